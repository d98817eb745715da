package dev.paperboy.walks;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser, who notes what it complains of. */
final class Visitor implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Response> responses = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> complaints.add(request.failure() + ": " + request.url()));
    page.onResponse(responses::add);
  }

  /** What a script does wrong and what the policy of a page forbids; not that a page is refused. */
  private void note(ConsoleMessage message) {
    boolean refusal =
        message.text().startsWith("Failed to load resource: the server responded with a status")
            && message.location().startsWith(page.url());
    if (!message.type().equals("log") && !refusal) {
      complaints.add(page.url() + ": " + message.text());
    }
  }

  Page page() {
    return page;
  }

  /** Goes there as if the address had been typed. */
  Page go(String address) {
    page.navigate(address);
    return page;
  }

  /** What the browser complained of on all pages so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** All that came over the network so far. */
  List<Response> responses() {
    return List.copyOf(responses);
  }

  @Override
  public void close() {
    context.close();
  }
}

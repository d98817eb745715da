package dev.paperboy.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import dev.paperboy.notice.Origin;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every page by the rules of axe-core (WCAG 2.2 AA among them), on a phone and on a desk, by day
 * and by night; and no page gives the browser a reason to complain.
 */
@Tag("full")
class AccessibilityIT {

  private static final Set<String> NOT_TOLERATED = Set.of("serious", "critical");

  static final List<Device> DEVICES = Device.ALL;

  private static Visitors visitors;
  private static Newsstand stand;

  private static String interests;
  private static String mailView;

  /** The pages by what they are. */
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void open(@TempDir Path folder) {
    visitors = Visitors.open();
    stand = Newsstand.open(folder);
    Subscriber ada = reader("ada@example.org");
    Subscriber ben = reader("ben@example.org");
    Subscriber cleo = reader("cleo@example.org");
    stand.dropSample();
    stand.clock.moveTo("2025-12-05T08:00:00Z");
    String mail = stand.mail(" · ");
    stand.awaitSearch();
    stand.paperboy.application().readership().registrar().pause(ben, null);
    stand.paperboy.application().subscriptions().departures().leave(cleo, "", Origin.NO_MAIL);
    PAGES.put("home", "/");
    PAGES.put("editions", "/editions");
    PAGES.put("edition", "/editions/1");
    PAGES.put("paper", "/papers/1");
    PAGES.put("search", "/search");
    PAGES.put("found", "/search?q=model");
    PAGES.put("no such page", "/none");
    PAGES.put("no such link", "/interests/wrong");
    mailView = "/reader/" + token(ada, Purpose.VIEW) + "/mail/1";
    interests = "/interests/" + token(ada, Purpose.INTERESTS);
    PAGES.put("interests", interests);
    PAGES.put("interests as written", interests + "?view=yaml");
    PAGES.put("leave", "/unsubscribe/" + token(ada, Purpose.UNSUBSCRIBE));
    PAGES.put("paused", "/unsubscribe/" + token(ben, Purpose.UNSUBSCRIBE));
    PAGES.put("left", "/unsubscribe/" + token(cleo, Purpose.UNSUBSCRIBE));
    PAGES.put("erase", "/erase/" + token(ada, Purpose.INTERESTS));
    PAGES.put("matched", "/reader/" + token(ada, Purpose.VIEW) + "/matched/1");
    PAGES.put("own paper", "/reader/" + token(ada, Purpose.FEED) + "/papers/1");
    PAGES.put("mailbox", "/mailbox");
    PAGES.put("kept mail", "/mailbox/" + mail);
    PAGES.put("operator", "/admin");
    PAGES.put("outbox", "/admin/outbox?state=sent");
  }

  @AfterAll
  static void close() {
    if (visitors != null) {
      visitors.close();
    }
    if (stand != null) {
      stand.close();
    }
  }

  private static Subscriber reader(String address) {
    return stand.paperboy.subscribe(address, "interests: [language model, diffusion, agent]");
  }

  private static String token(Subscriber reader, Purpose purpose) {
    return stand.paperboy.application().tokens().of(reader, purpose);
  }

  @Timeout(300)
  @ParameterizedTest
  @FieldSource("DEVICES")
  void no_page_keeps_anybody_out(Device device) {
    List<String> violations = new ArrayList<>();
    try (Visitor visitor = visitors.visitor(device)) {
      Steps steps = new Steps(visitor.page(), stand);
      visitor.go(stand.address("/admin"));
      violations(visitor, "login").forEach(violations::add);
      steps.logIn(Newsstand.PASSWORD);
      PAGES.forEach(
          (name, path) -> {
            visitor.go(stand.address(path));
            violations(visitor, name).forEach(violations::add);
          });
      visitor.go(stand.address(interests));
      steps.saveInterests("interests: [robot]\nnaem: x\n");
      violations(visitor, "refused interests").forEach(violations::add);
      assertThat(visitor.complaints()).isEmpty();
    }
    try (Visitor inspector = visitors.inspector(device)) {
      inspector.go(stand.address(mailView));
      violations(inspector, "mail").forEach(violations::add);
    }
    assertThat(violations).isEmpty();
  }

  private static Stream<String> violations(Visitor visitor, String name) {
    AxeResults results = new AxeBuilder(visitor.page()).analyze();
    assertThat(results.getPasses()).as("rules that were tried on " + name).isNotEmpty();
    return results.getViolations().stream()
        .filter(rule -> NOT_TOLERATED.contains(rule.getImpact()))
        .map(rule -> name + ": " + said(rule));
  }

  private static String said(Rule rule) {
    List<String> places =
        rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
    return rule.getId() + " (" + rule.getImpact() + "), " + rule.getHelp() + ": " + places;
  }
}

package dev.paperboy.walks;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** What people do on the pages, found as they find it: by its words. */
record Steps(Page page, Newsstand stand) {

  String heading() {
    return page.locator("h1").innerText();
  }

  String content() {
    return page.locator("main").innerText();
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true)).click();
  }

  /** On the home page. */
  void subscribe(String address, String topics) {
    page.navigate(stand.address("/"));
    page.locator("input[name=email]").fill(address);
    page.locator("textarea[name=topics]").fill(topics);
    press("Subscribe");
  }

  /** Opens the mail about this in the local mailbox, as its reader sees it. */
  void openMail(String subject) {
    String name = stand.mail(subject);
    page.navigate(stand.address("/mailbox"));
    page.locator("a[href$='" + name + "']").click();
    follow("See it as its reader does");
  }

  /** On the page of the interests: puts another document there, and saves it. */
  @SuppressWarnings("deprecation") // To wait for an address is no way where it stays the same.
  void saveInterests(String document) {
    typeInterests(document);
    page.waitForNavigation(() -> press("Save"));
  }

  /** On the same page: puts other topics into the form, and saves it. */
  @SuppressWarnings("deprecation") // As above.
  void saveTopics(String topics) {
    follow("Form");
    page.getByLabel("Topics, one a line").fill(topics);
    page.waitForNavigation(() -> press("Save"));
  }

  /**
   * Puts another document there: into the editor, or where scripts are off into the plain field.
   */
  void typeInterests(String document) {
    showAsWritten();
    if (hasEditor()) {
      editor().click();
      page.keyboard().press("Control+A");
      // Over a selection Chromium would carry the style along, which the CSP refuses, loudly.
      page.keyboard().press("Delete");
      page.keyboard().insertText(document);
      // The editor reads what was typed a moment later.
      page.waitForFunction(
          "text => document.querySelector('.CodeMirror').CodeMirror.getValue().trim() === text",
          document.strip());
    } else {
      interests().fill(document);
    }
  }

  /** The document as the page shows it. */
  String shownInterests() {
    showAsWritten();
    return hasEditor()
        ? editor().evaluate("editor => editor.CodeMirror.getValue()").toString()
        : interests().inputValue();
  }

  boolean hasEditor() {
    return editor().count() > 0;
  }

  /** Returns when the editor has marked a mistake in its gutter. */
  void awaitMark() {
    page.locator(".CodeMirror-lint-marker-error").first().waitFor();
  }

  /** Returns when the preview beside the editor says so. */
  void awaitPreview(String words) {
    page.locator("#preview").getByText(words).first().waitFor();
  }

  private void showAsWritten() {
    if (interests().count() == 0) {
      follow("YAML");
      interests().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }
  }

  private Locator editor() {
    return page.locator(".CodeMirror");
  }

  private Locator interests() {
    return page.locator("textarea[name=interests]");
  }

  /** On the page for erasing. */
  void erase(String address) {
    page.getByLabel("To be sure, type your whole e-mail address").fill(address);
    press("Erase everything");
  }

  /** On the operator's page. */
  void logIn(String password) {
    page.navigate(stand.address("/admin"));
    page.getByLabel("Password").fill(password);
    press("Log in");
  }
}

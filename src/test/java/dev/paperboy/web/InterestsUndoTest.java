package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notice.Origin;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class InterestsUndoTest extends ReaderSite {

  private static final String BEFORE = "# mine\ninterests: [robotics, vision]\nmute: [nft]\n";
  private static final String AFTER =
      "interests:\n  - robotics\n  - {name: <b>, any: grasp*}\ndigest: {at: \"10:00\"}\n";

  InterestsUndoTest() {
    super(BEFORE, Purpose.INTERESTS);
  }

  @Test
  void a_save_says_what_changed_and_sends_no_mail() {
    Document page = Site.page(site.save(link, AFTER));

    assertThat(page.select("[role=status] dt").eachText())
        .containsExactly("Added", "Removed", "Changed");
    assertThat(page.select("[role=status] dd").eachText())
        .containsExactly("<b>", "vision, mute: nft", "at: 10:00");
    assertThat(page.select("form.undo button").text()).isEqualTo("Undo this change");
    assertThat(deliveries()).isZero();
    assertThat(site.subscriptions.noticesOfADay(reader.address())).isZero();
  }

  @Test
  void undo_brings_back_every_character_and_can_itself_be_taken_back() {
    String undo = undo(site.save(link, AFTER));

    HttpResponse<String> answer = takeBack(link, undo);
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.expectFirst("textarea[name=interests]").wholeText()).isEqualTo(BEFORE);
    assertThat(page.select("[role=status] dd").eachText())
        .containsExactly("vision, mute: nft", "<b>", "at: 07:30");
    assertThat(site.reread(reader).interests()).isEqualTo(BEFORE);
    takeBack(link, undo(answer));
    assertThat(site.reread(reader).interests()).isEqualTo(AFTER);
  }

  @Test
  void a_change_is_taken_back_once() {
    String undo = undo(site.save(link, AFTER));
    takeBack(link, undo);
    site.save(link, "interests: [weather]\n");

    HttpResponse<String> again = takeBack(link, undo);

    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(Site.page(again).select("[role=status]").text())
        .startsWith("There is nothing to take back.");
    assertThat(site.reread(reader).interests()).isEqualTo("interests: [weather]\n");
  }

  @Test
  void nobody_takes_back_the_change_of_another() {
    Subscriber other = site.subscriber("other@example.org", "interests: [protein]\n");
    String undo = undo(site.save(link, AFTER));
    String others = site.link(other, Purpose.INTERESTS);
    List<String> before = site.content();

    assertThat(takeBack(others, undo).statusCode()).isEqualTo(410);
    assertThat(takeBack(link, undo + "x").statusCode()).isEqualTo(410);
    assertThat(takeBack("/interests/wrong", undo).statusCode()).isEqualTo(404);
    assertThat(site.post(link, Site.FORM, "do=undo").statusCode()).isEqualTo(400);
    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void the_undo_of_a_page_also_opens_the_page_of_the_mails() {
    String undo = undo(site.save(link, AFTER));

    assertThat(site.subscriptions.lookUndo(undo)).isPresent();
    site.subscriptions.undo(undo, Origin.NO_MAIL);

    assertThat(site.reread(reader).interests()).isEqualTo(BEFORE);
  }

  @Test
  void what_changes_nothing_has_nothing_to_take_back() {
    Document same = Site.page(site.save(link, BEFORE));
    assertThat(same.select("[role=status]").text()).contains("Nothing in it differs");
    assertThat(same.select("form.undo")).isEmpty();

    Document comment = Site.page(site.save(link, BEFORE + "# more\n"));
    assertThat(comment.select("[role=status]").text()).contains("Only comments or layout changed");
    takeBack(link, comment.select("input[name=undo]").attr("value"));
    assertThat(site.reread(reader).interests()).isEqualTo(BEFORE);
  }

  private HttpResponse<String> takeBack(String link, String undo) {
    return site.post(link + "?view=yaml", Site.FORM, "do=undo&undo=" + undo);
  }

  private static String undo(HttpResponse<String> saved) {
    return Site.page(saved).select("input[name=undo]").attr("value");
  }

  private int deliveries() {
    return site.store
        .jdbi()
        .withHandle(
            db -> db.createQuery("select count(*) from delivery").mapTo(Integer.class).one());
  }
}

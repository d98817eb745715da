package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.InterestsPrinter;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Origin;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscribing, confirming and taking a change back by pages. */
class SubscribePageTest {

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void the_home_page_has_a_form_and_its_answer_is_the_same_for_known_and_unknown_addresses() {
    assertThat(Site.page(site.get("/")).select("form[action^=/subscribe] [name=email]")).hasSize(1);
    site.subscriber("known@example.org", "interests: [whale]");

    HttpResponse<String> unknown = subscribe("new@example.org", "robot\nmachine unlearning");
    HttpResponse<String> known = subscribe("known@example.org", "robot\nmachine unlearning");

    assertThat(unknown.statusCode()).isEqualTo(200);
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.body()).isEqualTo(unknown.body()).contains("Look into your mail");
    assertThat(reader("new@example.org").standing().state()).isEqualTo(State.PENDING);
    assertThat(reader("new@example.org").interests()).contains("- robot", "- machine unlearning");
    assertThat(reader("known@example.org").interests()).isEqualTo("interests: [whale]");
    assertThat(kinds()).containsExactly("confirm", "interests");
  }

  @Test
  void asked_again_the_same_day_an_address_gets_no_second_mail() {
    subscribe("new@example.org", "robot");
    subscribe("new@example.org", "whale");

    assertThat(kinds()).containsExactly("confirm");
  }

  @Test
  void what_is_no_address_or_no_topic_is_said_and_nothing_happens() {
    List<String> before = site.content();

    assertThat(subscribe("nobody", "robot").body()).contains("This is no e-mail address");
    assertThat(subscribe("new@example.org", " , ").body()).contains("Which topics?");
    assertThat(subscribe("new@example.org", "the").statusCode()).isEqualTo(422);
    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void the_hour_and_the_time_zone_that_were_asked_for_stand_in_the_document() {
    assertThat(subscribe("new@example.org", "robot", "06:15", "Asia/Tokyo").statusCode())
        .isEqualTo(200);
    assertThat(subscribe("other@example.org", "robot", "07:30", "UTC").statusCode()).isEqualTo(200);

    assertThat(reader("new@example.org").interests())
        .endsWith("\ndigest:\n  at: \"06:15\"\n  timezone: Asia/Tokyo\n")
        .startsWith(new InterestsPrinter().starter(List.of("robot")).stripTrailing());
    assertThat(reader("other@example.org").interests())
        .as("what everybody has need not be said")
        .isEqualTo(new InterestsPrinter().starter(List.of("robot")));
  }

  @Test
  void an_hour_or_a_time_zone_that_is_none_is_said_and_nothing_happens() {
    List<String> before = site.content();

    for (String[] wrong : new String[][] {{"25:00", "UTC"}, {"07:30", "Mars\n#"}}) {
      HttpResponse<String> answer = subscribe("new@example.org", "robot", wrong[0], wrong[1]);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("When is the mail to come?");
    }
    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void many_networks_together_get_no_further_than_the_hour_allows() {
    try (Site strict =
        Site.open(folder.resolve("strict"), new WebSettings("127.0.0.1", 0, 0, 0, 4))) {
      for (String email : List.of("a@one.example", "b@one.example", "a@two.example")) {
        assertThat(subscribe(strict, email).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> sameDomain = subscribe(strict, "c@one.example");
      HttpResponse<String> last = subscribe(strict, "a@three.example");
      HttpResponse<String> more = subscribe(strict, "a@four.example");

      assertThat(last.statusCode()).isEqualTo(200);
      assertThat(List.of(sameDomain, more))
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(429))
          .allSatisfy(answer -> assertThat(answer.body()).contains("Too many subscribe right now"));
      assertThat(sameDomain.headers().firstValue("Retry-After")).contains("1800");
      assertThat(more.headers().firstValue("Retry-After")).contains("900");
      assertThat(strict.readership.subscribers().all()).hasSize(4);
    }
  }

  private static HttpResponse<String> subscribe(Site site, String email) {
    return site.post("/subscribe", Site.FORM, "topics=robot&email=" + coded(email));
  }

  @Test
  void what_fills_in_every_field_gets_the_usual_answer_and_nothing_else() {
    List<String> before = site.content();

    HttpResponse<String> answer = post("new@example.org", "robot", "&website=https://example.net");

    assertThat(answer.body()).contains("Look into your mail");
    assertThat(site.content()).isEqualTo(before);
  }

  @Test
  void a_form_of_another_site_is_refused() {
    HttpResponse<String> answer =
        site.post("/subscribe", Site.FORM, "email=a@example.org", "Sec-Fetch-Site", "cross-site");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void only_the_button_confirms_and_only_once() {
    subscribe("new@example.org", "robot");
    String link = "/confirm/" + token("new@example.org", Purpose.CONFIRM);

    assertThat(Site.page(site.get(link)).select("form[method=post] button").eachText())
        .containsExactly("Yes, subscribe", "No, and do not ask again");
    assertThat(reader("new@example.org").standing().state()).isEqualTo(State.PENDING);
    assertThat(site.post(link, Site.FORM, "").body()).contains("Welcome");
    assertThat(reader("new@example.org").standing().state()).isEqualTo(State.ACTIVE);
    assertThat(site.post(link, Site.FORM, "").body()).contains("This was confirmed before");
    assertThat(kinds()).containsExactly("confirm", "welcome");
  }

  @Test
  void the_page_shows_what_is_confirmed() {
    subscribe("new@example.org", "robot\nmachine unlearning", "06:15", "Asia/Tokyo");
    String link = "/confirm/" + token("new@example.org", Purpose.CONFIRM);

    assertThat(Site.page(site.get(link)).select("main").text())
        .contains("robot machine unlearning", "Every day at 06:15 (Asia/Tokyo).");
    assertThat(site.get(link + "?lang=de").body()).contains("Jeden Tag um 06:15 Uhr (Asia/Tokyo).");
  }

  @Test
  void whoever_presses_no_is_not_asked_again_and_the_form_does_not_tell() {
    HttpResponse<String> before = subscribe("new@example.org", "robot");
    String link = "/confirm/" + token("new@example.org", Purpose.CONFIRM);

    assertThat(site.post(link, Site.FORM, "answer=no").body()).contains("You are not subscribed");

    assertThat(reader("new@example.org").standing().state()).isEqualTo(State.UNSUBSCRIBED);
    assertThat(site.post(link, Site.FORM, "").statusCode()).isEqualTo(410);
    assertThat(subscribe("new@example.org", "robot").body()).isEqualTo(before.body());
    assertThat(kinds()).containsExactly("confirm");
  }

  @Test
  void links_that_are_not_ours_open_nothing() {
    assertThat(site.get("/confirm/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(site.post("/confirm/" + "x".repeat(43), Site.FORM, "").statusCode()).isEqualTo(404);
    assertThat(site.get("/undo/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(site.post("/undo/" + "x".repeat(43), Site.FORM, "").statusCode()).isEqualTo(404);
  }

  @Test
  void a_change_is_taken_back_by_the_button_once() {
    Subscriber ada = site.subscriber("ada@example.org", "interests: [robot]");
    site.subscriptions.changeInterests(ada, "interests: [whale]", Origin.NO_MAIL);
    String link = "/undo/" + token("ada@example.org", Purpose.UNDO);

    assertThat(site.get(link).body()).contains("Take the change back?");
    assertThat(site.reread(ada).interests()).isEqualTo("interests: [whale]");
    assertThat(site.post(link, Site.FORM, "").body()).contains("Taken back");
    assertThat(site.reread(ada).interests()).isEqualTo("interests: [robot]");
    assertThat(site.post(link, Site.FORM, "").statusCode()).isEqualTo(410);
  }

  @Test
  void the_pages_speak_german_too() {
    assertThat(site.get("/?lang=de").body()).contains("Themen, eins pro Zeile");
    assertThat(site.get("/undo/x?lang=de").body()).contains("Dieser Link ist nicht gültig");
  }

  private HttpResponse<String> subscribe(String email, String topics) {
    return post(email, topics, "");
  }

  private HttpResponse<String> subscribe(String email, String topics, String at, String timezone) {
    return post(email, topics, "&at=" + coded(at) + "&timezone=" + coded(timezone));
  }

  private HttpResponse<String> post(String email, String topics, String more) {
    String body = "email=%s&topics=%s".formatted(coded(email), coded(topics)) + more;
    return site.post("/subscribe", Site.FORM, body);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Subscriber reader(String email) {
    return site.readership
        .subscribers()
        .find(EmailAddress.parse(email).orElseThrow())
        .orElseThrow();
  }

  /** The token in the newest notice, which is this reader's. */
  private String token(String email, Purpose purpose) {
    long notice =
        site.store
            .jdbi()
            .withHandle(db -> db.createQuery("select max(id) from notice").mapTo(Long.class).one());
    return site.tokens.of(reader(email), purpose, notice, Site.NOW.plus(Duration.ofHours(48)));
  }

  private List<String> kinds() {
    return site.store
        .jdbi()
        .withHandle(
            db -> db.createQuery("select kind from notice order by id").mapTo(String.class).list());
  }
}

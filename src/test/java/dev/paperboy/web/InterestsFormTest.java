package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Interests as a form, for those who want no YAML. */
class InterestsFormTest extends ReaderSite {

  private static final String DOCUMENT =
      """
      # mine
      interests:
        - robotics # arms above all
        - name: Unlearning
          any: [machine unlearning, "unlearn*"]
      mute: [nft]
      digest: {at: "08:00", timezone: Europe/Berlin} # before work
      """;

  InterestsFormTest() {
    super(DOCUMENT, Purpose.INTERESTS);
  }

  @Test
  void it_comes_first_and_shows_what_it_can_change_and_names_the_rest() {
    Document page = Site.page(site.get(link));

    assertThat(page.expectFirst("textarea[name=topics]").wholeText().strip()).isEqualTo("robotics");
    assertThat(page.expectFirst("textarea[name=mute]").wholeText().strip()).isEqualTo("nft");
    assertThat(page.select("ul.others li span").get(0).text()).isEqualTo("Unlearning");
    assertThat(page.expectFirst("input[name=at]").attr("value")).isEqualTo("08:00");
    assertThat(page.expectFirst("select[name=every] option[selected]").attr("value"))
        .isEqualTo("day");
    assertThat(page.select("textarea[name=interests]")).isEmpty();
    for (Element field : page.select("form#edit :is(textarea, select, input:not([type=hidden]))")) {
      assertThat(page.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
    }
    assertThat(Site.page(site.get(link + "?view=yaml")).select("textarea[name=interests]"))
        .hasSize(1);
  }

  @Test
  void what_it_saves_leaves_comments_and_all_else_as_they_were() {
    Map<String, String> fields = shown();
    fields.put("topics", "robotics\r\nwhale song\r\n");
    fields.put("every", "week");
    fields.put("pause_until", "2026-04-01");

    HttpResponse<String> answer = send(fields);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(stored())
        .contains("# mine", "# arms above all", "name: Unlearning", "# before work")
        .contains("  - whale song\n", "every: week", "pause_until: 2026-04-01", "mute: [nft]");
    assertThat(Site.page(answer).select("[role=status] dd").eachText().get(0))
        .isEqualTo("whale song");
  }

  @Test
  void sent_as_it_was_shown_it_changes_nothing() {
    assertThat(send(shown()).statusCode()).isEqualTo(200);
    assertThat(stored()).isEqualTo(DOCUMENT);
  }

  @Test
  void a_wrong_wish_is_named_and_what_was_typed_stays() {
    Map<String, String> fields = shown();
    fields.put("timezone", "Europe/Bärlin");
    fields.put("topics", "whale song");

    HttpResponse<String> answer = send(fields);
    Document page = Site.page(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.select("[role=alert] .message").text())
        .contains("Did you mean \"Europe/Berlin\"?");
    assertThat(page.expectFirst("textarea[name=topics]").wholeText().strip())
        .isEqualTo("whale song");
    assertThat(stored()).isEqualTo(DOCUMENT);
  }

  @Test
  void a_change_made_elsewhere_meanwhile_is_not_overwritten_unawares() {
    Map<String, String> fields = shown();
    site.save(link, "interests: [weather]\n");
    fields.put("topics", "whale song");

    HttpResponse<String> answer = send(fields);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(stored()).isEqualTo("interests: [weather]\n");
    fields.put("seen", Site.page(answer).expectFirst("input[name=seen]").attr("value"));
    assertThat(send(fields).statusCode()).isEqualTo(200);
    assertThat(stored()).contains("whale song");
  }

  @Test
  void it_is_tried_without_being_saved() {
    Map<String, String> fields = shown();
    fields.put("topics", "whale song");
    fields.put("do", "preview");

    assertThat(send(fields).statusCode()).isEqualTo(200);
    assertThat(stored()).isEqualTo(DOCUMENT);
  }

  @Test
  void a_document_with_a_mistake_has_no_form() {
    Subscriber other = site.subscriber("other@example.org", "interests: [weather]\n");
    site.store
        .jdbi()
        .useHandle(
            db ->
                db.execute(
                    "update subscriber set interests = 'nonsense: 1' where id = ?", other.id()));

    Document page = Site.page(site.get(site.link(other, Purpose.INTERESTS)));

    assertThat(page.select("textarea[name=interests]")).hasSize(1);
    assertThat(page.select("textarea[name=topics]")).isEmpty();
  }

  /** The fields of the form as a browser would send them untouched. */
  private Map<String, String> shown() {
    Map<String, String> fields = new LinkedHashMap<>();
    Element form = Site.page(site.get(link)).expectFirst("form#edit");
    form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
    form.select("textarea").forEach(field -> fields.put(field.attr("name"), field.wholeText()));
    form.select("select")
        .forEach(
            field -> fields.put(field.attr("name"), field.expectFirst("option[selected]").val()));
    return fields;
  }

  private HttpResponse<String> send(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return site.post(link, Site.FORM, body);
  }

  private String stored() {
    return site.reread(reader).interests();
  }
}

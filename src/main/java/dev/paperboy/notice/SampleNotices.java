package dev.paperboy.notice;

import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.match.Advice.Verdict;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.notice.Notice.Found;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.yaml.Problem;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Notices with invented contents that touch every part of a template.
 *
 * @param baseUrl what their links begin with
 */
public record SampleNotices(URI baseUrl) {

  private static final ZonedDateTime MOMENT =
      ZonedDateTime.of(2025, 12, 8, 7, 30, 0, 0, ZoneId.of("Europe/Berlin"));

  private static final String DOCUMENT =
      """
      interests:
        - machine unlearning          # also: forgetting
        - name: Robots
          any: [robot, "grasp*"]
          boost: 2
      digest:
        every: weekday
        at: "07:30"
        timezone: Europe/Berlin
      """;

  private static final Signup SIGNUP =
      new Signup(
          List.of("machine unlearning", "Robots"),
          new Rhythm(
              Every.WEEKDAY, DayOfWeek.MONDAY, LocalTime.of(7, 30), ZoneId.of("Europe/Berlin")));

  /** The sample of a kind. */
  public Notice of(Kind kind) {
    return switch (kind) {
      case CONFIRM -> new Notice.Confirm(page("confirm"), Duration.ofHours(48), SIGNUP, false);
      case WELCOME ->
          new Notice.Welcome(
              MOMENT,
              List.of("machine unlearning", "Robots"),
              page("interests"),
              page("unsubscribe"));
      case INTERESTS -> new Notice.InterestsDocument(DOCUMENT, page("interests"));
      case CHANGES ->
          new Notice.Changes(
              new Difference(List.of("Robots"), List.of("diffusion"), List.of("at: 07:30")),
              List.of(),
              true,
              lately(),
              page("undo"),
              page("interests"));
      case GOODBYE -> new Notice.Goodbye(page("confirm"));
      case ALERT ->
          new Notice.Alert(
              "the mail server refuses the login",
              MOMENT,
              "14 mails wait and are tried again every 15 minutes; none is lost.",
              "Check smtp.user and smtp.password in config.yml, then run: paperboy run");
      case ANSWER ->
          new Notice.Answer(
              Notice.Topic.HELP, "", List.of("pause: until 2026-12-24"), DOCUMENT, page("confirm"));
    };
  }

  /** A change that was refused, with the problem's place. */
  public Notice refused() {
    Problem problem =
        new Problem(3, 5, "\"naem\" is not known here. Did you mean \"name\"?", "  - naem: Robots");
    return new Notice.Changes(
        new Difference(List.of(), List.of(), List.of()),
        List.of(problem),
        false,
        null,
        null,
        page("interests"));
  }

  private static Lately lately() {
    return new Lately(
        14,
        List.of(
            new Found(
                "machine unlearning",
                23,
                Verdict.FINE,
                List.of(),
                List.of("Unlearning at Scale", "What a Model Forgets")),
            new Found("learning", 734, Verdict.TOO_WIDE, List.of(), List.of()),
            new Found("graspnig", 0, Verdict.TOO_NARROW, List.of("grasping"), List.of()),
            new Found("underwater basket weaving", 0, Verdict.TOO_NARROW, List.of(), List.of())));
  }

  private URI page(String name) {
    return URI.create(baseUrl + "/" + name + "/sample");
  }
}

package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.Notice.Topic;
import dev.paperboy.notice.NoticeView.Head;
import dev.paperboy.template.Sender;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A notice as the templates see it, in the words of a language. */
final class NoticePresenter {

  /** The lines around a document that is to be edited; the same in every language. */
  private static final String BEGIN = "--- interests: begin ---";

  private static final String END = "--- interests: end ---";

  private static final List<String> COMMANDS =
      List.of(
          "subscribe",
          "interests",
          "less",
          "pause",
          "resume",
          "why",
          "export",
          "unsubscribe",
          "help");

  private static final int MOST_NAMES = 12;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LINE = 200;

  private final Texts texts;
  private final Sender sender;
  private final String reader;

  NoticePresenter(SenderSettings settings, Texts texts, EmailAddress reader) {
    this.texts = texts;
    this.sender =
        Sender.of(
            settings.from().name(),
            settings.from().address().toString(),
            settings.postalAddress(),
            settings.baseUrl().toASCIIString());
    this.reader = reader.toString();
  }

  /** Always a record. */
  NoticeView view(Notice notice) {
    if (notice instanceof Notice.Confirm confirm) {
      return new NoticeView.Confirm(
          head(notice),
          sender,
          url(confirm.page()),
          confirm.validFor().toHours(),
          confirm.signup().names(),
          confirm.signup().more(),
          confirm.signup().when(texts),
          confirm.unread());
    }
    if (notice instanceof Notice.Welcome welcome) {
      return welcome(welcome);
    }
    if (notice instanceof Notice.InterestsDocument interests) {
      List<String> lines = interests.document().lines().toList();
      return new NoticeView.Interests(
          head(notice), sender, BEGIN, lines, END, url(interests.page()));
    }
    if (notice instanceof Notice.Changes changes) {
      return changes(changes);
    }
    if (notice instanceof Notice.Goodbye goodbye) {
      return new NoticeView.Goodbye(head(notice), sender, url(goodbye.comeBack()));
    }
    if (notice instanceof Notice.Answer answer) {
      return answer(answer);
    }
    return alert((Notice.Alert) notice);
  }

  private NoticeView welcome(Notice.Welcome welcome) {
    List<String> names = names(welcome.interests());
    return new NoticeView.Welcome(
        head(welcome),
        sender,
        texts.dates().moment(welcome.firstDigest()),
        welcome.firstDigest().getZone().getId(),
        names.subList(0, Math.min(MOST_NAMES, names.size())),
        Math.max(0, names.size() - MOST_NAMES),
        url(welcome.page()),
        url(welcome.unsubscribe()));
  }

  private NoticeView changes(Notice.Changes changes) {
    int problems = changes.problems().size();
    boolean same = changes.difference().isEmpty();
    String subject = problems > 0 ? "subject_problems" : same ? "subject_same" : "subject";
    String summary =
        problems > 0
            ? texts.of("changes.refused", Map.of("count", problems))
            : texts.of(same ? "changes.same" : "changes.done");
    Notice.Lately lately = changes.lately();
    return new NoticeView.Changes(
        head("changes", texts.of("changes." + subject), texts.of("changes." + subject)),
        sender,
        summary,
        changes.repaired() ? texts.of("changes.repaired") : "",
        names(changes.difference().added()),
        names(changes.difference().removed()),
        names(changes.difference().changed()),
        changes.problems().stream()
            .map(p -> new NoticeView.Mistake(p.line(), p.message(), p.source()))
            .toList(),
        lately == null ? 0 : lately.days(),
        lately == null ? List.of() : lately.findings().stream().map(this::finding).toList(),
        url(changes.undo()),
        url(changes.page()));
  }

  private String finding(Notice.Found finding) {
    String found =
        texts.of(
            "changes.finding",
            Map.of("interest", name(finding.interest()), "count", finding.papers()));
    if (!finding.examples().isEmpty()) {
      List<String> titles =
          finding.examples().stream().map(title -> texts.quoted(name(title))).toList();
      found = texts.of("changes.examples", Map.of("finding", found, "titles", texts.list(titles)));
    }
    List<String> nearby = finding.nearby().stream().map(term -> texts.quoted(name(term))).toList();
    return switch (finding.verdict()) {
      case FINE -> found;
      case TOO_WIDE -> texts.of("changes.too_wide", Map.of("finding", found));
      case TOO_NARROW ->
          nearby.isEmpty()
              ? texts.of("changes.too_narrow", Map.of("finding", found))
              : texts.of("changes.nearby", Map.of("finding", found, "terms", texts.list(nearby)));
    };
  }

  private NoticeView answer(Notice.Answer answer) {
    String key = "answer." + answer.topic().word() + ".";
    String day =
        answer.day().isEmpty() ? "" : texts.dates().withYear(LocalDate.parse(answer.day()));
    Map<String, String> values = Map.of("sender", sender.name(), "address", reader, "day", day);
    String subject = texts.of(key + "subject", values);
    return new NoticeView.Answer(
        head("answer", subject, subject),
        sender,
        texts.of(key + "line", values),
        Stream.concat(answer.items().stream().map(NoticePresenter::line), commands(answer.topic()))
            .toList(),
        answer.document().lines().toList(),
        url(answer.link()),
        answer.link() == null ? "" : texts.of(linkText(answer.topic())));
  }

  private static String linkText(Topic topic) {
    return switch (topic) {
      case REQUEST -> "answer.yes";
      case UNCONFIRMED -> "answer.on_page";
      case UNKNOWN, NO_DAY -> "footer.unsubscribe";
      default -> "footer.interests";
    };
  }

  private Stream<String> commands(Topic topic) {
    List<String> names =
        switch (topic) {
          case HELP, UNKNOWN -> COMMANDS;
          case STRANGER -> COMMANDS.subList(0, 1);
          default -> List.of();
        };
    return names.stream().map(name -> texts.of("answer.commands." + name));
  }

  private NoticeView alert(Notice.Alert alert) {
    String what = line(alert.what());
    return new NoticeView.Alert(
        head("alert", texts.of("alert.subject", Map.of("what", what)), what),
        sender,
        texts.dates().moment(alert.since()),
        alert.since().getZone().getId(),
        line(alert.done()),
        line(alert.advice()));
  }

  private Head head(Notice notice) {
    String kind = notice.kind().word();
    Map<String, String> values = Map.of("sender", sender.name());
    return head(kind, texts.of(kind + ".subject", values), texts.of(kind + ".headline", values));
  }

  private Head head(String kind, String subject, String headline) {
    return new Head(subject, headline, texts.of(kind + ".preheader"), reader);
  }

  private static List<String> names(List<String> names) {
    return names.stream().map(NoticePresenter::name).toList();
  }

  private static String name(String name) {
    return ShortText.cut(ShortText.line(name).strip(), LONGEST_NAME);
  }

  private static String line(String sentence) {
    return ShortText.cut(ShortText.line(sentence).strip(), LONGEST_LINE);
  }

  private static String url(@Nullable URI page) {
    return page == null ? "" : page.toASCIIString();
  }
}

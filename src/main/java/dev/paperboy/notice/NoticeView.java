package dev.paperboy.notice;

import dev.paperboy.template.Sender;
import java.util.List;

/**
 * What the templates of the notices see: each component is a variable, described for their authors
 * in {@code docs/templates.md}. All text is plain; nothing is ever null.
 */
public sealed interface NoticeView {

  /** What all of them begin with. */
  Head head();

  /**
   * @param subject the mail's subject
   * @param headline the words above the rest
   * @param preheader what a list of mails shows after the subject
   * @param reader the address it goes to
   */
  record Head(String subject, String headline, String preheader, String reader) {}

  /**
   * @param confirmUrl the page with the button
   * @param hours how long the page is there
   * @param interests names of the interests that are confirmed, as many as fit
   * @param moreInterests how many there are beside these
   * @param when when the digests come, a sentence
   * @param unread whether interests were written that could not be read
   */
  record Confirm(
      Head head,
      Sender sender,
      String confirmUrl,
      long hours,
      List<String> interests,
      int moreInterests,
      String when,
      boolean unread)
      implements NoticeView {
    public Confirm {
      interests = List.copyOf(interests);
    }
  }

  /**
   * @param firstDigest when the first digest comes
   * @param timezone the time zone of that
   * @param interests names of the interests, as many as fit
   * @param moreInterests how many there are beside these
   * @param interestsUrl where they are changed
   * @param unsubscribeUrl where the reader leaves
   */
  record Welcome(
      Head head,
      Sender sender,
      String firstDigest,
      String timezone,
      List<String> interests,
      int moreInterests,
      String interestsUrl,
      String unsubscribeUrl)
      implements NoticeView {
    public Welcome {
      interests = List.copyOf(interests);
    }
  }

  /**
   * @param begin the marker line above the document
   * @param document its lines
   * @param end the marker line below
   * @param interestsUrl the page for the same
   */
  record Interests(
      Head head,
      Sender sender,
      String begin,
      List<String> document,
      String end,
      String interestsUrl)
      implements NoticeView {
    public Interests {
      document = List.copyOf(document);
    }
  }

  /**
   * @param summary what came of it, a sentence
   * @param repaired that signs of the mail program were taken out, a sentence; {@code ""} if not
   * @param added what is new
   * @param removed what is gone
   * @param changed what is different
   * @param problems what could not be read
   * @param days how many days were tried
   * @param findings what each interest would have found on them, a sentence each
   * @param undoUrl takes it back; {@code ""} if there is nothing to take back
   * @param interestsUrl where the interests are changed
   */
  record Changes(
      Head head,
      Sender sender,
      String summary,
      String repaired,
      List<String> added,
      List<String> removed,
      List<String> changed,
      List<Mistake> problems,
      int days,
      List<String> findings,
      String undoUrl,
      String interestsUrl)
      implements NoticeView {
    public Changes {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
      problems = List.copyOf(problems);
      findings = List.copyOf(findings);
    }
  }

  /**
   * @param line its line, counted from 1
   * @param message what to do, a sentence
   * @param source the line as it was written
   */
  record Mistake(int line, String message, String source) {}

  /**
   * @param returnUrl where it begins again
   */
  record Goodbye(Head head, Sender sender, String returnUrl) implements NoticeView {}

  /**
   * @param since since when it is wrong
   * @param timezone the time zone of that
   * @param done what Paperboy did about it
   * @param advice what can be done
   */
  record Alert(Head head, Sender sender, String since, String timezone, String done, String advice)
      implements NoticeView {}

  /**
   * @param line what is answered, a sentence
   * @param items lines below it
   * @param document text to be shown as it is, by lines
   * @param linkUrl where it goes on; {@code ""} if nowhere
   * @param linkText the words of that link
   */
  record Answer(
      Head head,
      Sender sender,
      String line,
      List<String> items,
      List<String> document,
      String linkUrl,
      String linkText)
      implements NoticeView {
    public Answer {
      items = List.copyOf(items);
      document = List.copyOf(document);
    }
  }
}

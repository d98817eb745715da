package dev.paperboy.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.interest.Interest;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.Notice.Topic;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.yaml.Problem;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Notice} says, as the store keeps it: without its links, which are derived when it
 * is sent, so that no token stands in the store. Moments are in ISO 8601.
 */
sealed interface NoticeContent {

  JsonMapper JSON = JsonMapper.builder().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();

  /** Which notice it makes. */
  Kind kind();

  /**
   * @throws UncheckedIOException if it is not what {@link #toJson} made of one of this kind
   */
  static NoticeContent fromJson(Kind kind, String json) {
    try {
      return JSON.readValue(json, type(kind));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  default String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<? extends NoticeContent> type(Kind kind) {
    return switch (kind) {
      case CONFIRM -> Confirm.class;
      case WELCOME -> Welcome.class;
      case INTERESTS -> Document.class;
      case CHANGES -> Changes.class;
      case GOODBYE -> Goodbye.class;
      case ALERT -> Alert.class;
      case ANSWER -> Answer.class;
    };
  }

  /**
   * Asks whether the subscription is wanted.
   *
   * @param unread interests were written, and could not be read
   * @param interests the document that is confirmed; null in questions of older versions, which
   *     confirm what is stored
   * @param left whether the reader had left when it was asked; otherwise they were pending
   */
  record Confirm(boolean unread, @Nullable String interests, boolean left)
      implements NoticeContent {

    /** The document that the subscription begins with. */
    String interests(Subscriber reader) {
      return interests == null ? reader.interests() : interests;
    }

    /** The state in which the question is open. */
    State askedIn() {
      return left ? State.UNSUBSCRIBED : State.PENDING;
    }

    @Override
    public Kind kind() {
      return Kind.CONFIRM;
    }
  }

  /**
   * @param firstDigest with its time zone
   */
  record Welcome(String firstDigest, List<String> interests) implements NoticeContent {
    public Welcome {
      interests = List.copyOf(interests);
    }

    static Welcome of(Subscriber reader, Readership readership) {
      return new Welcome(
          reader.progress().nextDigestAt().atZone(readership.zone(reader)).toString(),
          readership.parser().parse(reader.interests()).interests().stream()
              .flatMap(read -> read.interests().stream())
              .map(Interest::name)
              .toList());
    }

    @Override
    public Kind kind() {
      return Kind.WELCOME;
    }
  }

  /** The interests as they were when they were asked for. */
  record Document(String document) implements NoticeContent {
    @Override
    public Kind kind() {
      return Kind.INTERESTS;
    }
  }

  /**
   * @param previous the document before, for who wants it back; null: nothing was changed
   */
  record Changes(
      Difference difference,
      List<Problem> problems,
      boolean repaired,
      @Nullable Lately lately,
      @Nullable String previous)
      implements NoticeContent {
    public Changes {
      problems = List.copyOf(problems);
    }

    @Override
    public Kind kind() {
      return Kind.CHANGES;
    }
  }

  /** Says that it is over. */
  record Goodbye() implements NoticeContent {
    @Override
    public Kind kind() {
      return Kind.GOODBYE;
    }
  }

  /**
   * @param since with its time zone
   */
  record Alert(String what, String since, String done, String advice) implements NoticeContent {
    @Override
    public Kind kind() {
      return Kind.ALERT;
    }
  }

  /**
   * @param wish what is done on yes; null: nothing is asked
   * @param question the number of the notice whose question is still open, and can be answered by
   *     an answer to this one; null: none
   */
  record Answer(
      Topic topic,
      String day,
      List<String> items,
      String document,
      @Nullable Wish wish,
      @Nullable Long question)
      implements NoticeContent {
    public Answer {
      items = List.copyOf(items);
    }

    static Answer of(Topic topic) {
      return of(topic, "", List.of(), "");
    }

    static Answer of(Topic topic, String day, List<String> items, String document) {
      return new Answer(topic, day, items, document, null, null);
    }

    @Override
    public Kind kind() {
      return Kind.ANSWER;
    }
  }
}

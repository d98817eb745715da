package dev.paperboy.digest;

/** Why a subscriber who was looked at gets no mail; the words are for operators and readers. */
enum Skip {
  NO_NEW_EDITION("no new edition"),
  NO_MATCH("no paper met the interests"),
  ROLLED("no paper met the interests, kept for the next mail"),
  PAUSED("paused"),
  OTHER_DAY("not their day"),
  UNREADABLE_INTERESTS("interests with problems"),
  ALREADY_PLANNED("already planned by another process"),
  LEFT("left while it was planned"),
  CHANGED("changed again and again while it was planned"),
  ERROR("error, see the log");

  private final String words;

  Skip(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}

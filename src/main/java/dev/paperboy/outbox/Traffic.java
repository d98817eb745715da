package dev.paperboy.outbox;

/** The two streams of mail, each with a dispatcher of its own. */
enum Traffic {
  /** Digests, by the million. */
  DIGESTS("kind <> 'notice'"),
  /** Notices: few, and somebody is waiting for each. */
  NOTICES("kind = 'notice'");

  private final String condition;

  Traffic(String condition) {
    this.condition = condition;
  }

  /** True in SQL for a delivery that belongs to it. */
  String condition() {
    return condition;
  }
}

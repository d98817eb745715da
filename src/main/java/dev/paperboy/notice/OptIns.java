package dev.paperboy.notice;

import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.OptInHistory;
import dev.paperboy.subscriber.SignupLimit;
import java.time.Clock;

/** The rules of double opt-in: which address may be asked, and how many at once. */
public record OptIns(OptInHistory history, SignupLimit limit) {

  /**
   * @param perHour so many sign-ups from everybody together; 0: no limit
   */
  public static OptIns of(InstanceSecret secret, Store store, int perHour, Clock clock) {
    return new OptIns(
        new OptInHistory(secret, store, clock), new SignupLimit(secret, store, perHour, clock));
  }

  void forgetOld() {
    history.forgetOld();
    limit.forgetOld();
  }
}

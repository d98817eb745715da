package dev.paperboy.outbox;

/**
 * How a new sender begins: few mails on the first day, more on each later one.
 *
 * @param firstDay at most so many mails on the first day; 0: no warm-up
 * @param growth each day so many times as many, at least 1
 */
public record WarmUp(int firstDay, double growth) {

  /** No warm-up. */
  public static final WarmUp OFF = new WarmUp(0, 2);

  boolean isOn() {
    return firstDay > 0;
  }

  /** How many mails the day may have, counted from 1. */
  int on(int day) {
    return (int) Math.min(Integer.MAX_VALUE, firstDay * Math.pow(growth, day - 1.0));
  }
}

package dev.paperboy.paper;

/** Text as people read it, made from the text of dumps. */
public final class PlainText {

  private PlainText() {}

  public static String of(String raw) {
    return raw;
  }
}

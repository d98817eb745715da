package dev.paperboy.paper;

/**
 * Text as people read it, made from the text of dumps: TeX becomes Unicode, white space becomes
 * single spaces, and what nobody can see is removed.
 *
 * <p>Nothing is lost but markup. A dollar sign stays where it means money, an unknown command loses
 * only its backslash, web addresses are left as they are.
 */
public final class PlainText {

  /** Real texts are stable after one round; the rest is for hostile ones. */
  private static final int ROUNDS = 4;

  private PlainText() {}

  /**
   * One line of clean text in Unicode's NFC, perhaps empty. Applying it again changes nothing; the
   * time is linear in the length, and no input makes it throw.
   */
  public static String of(String raw) {
    String text = Printable.of(raw);
    for (int round = 0; round < ROUNDS; round++) {
      String plainer = Printable.of(TexText.toPlain(text));
      if (plainer.equals(text)) {
        return text;
      }
      text = plainer;
    }
    return Printable.of(TexText.toPlain(Printable.of(TexText.withoutMarkup(text))));
  }
}

package dev.paperboy.paper;

import java.text.Normalizer;
import java.util.Locale;

final class TitleKey {
  private TitleKey() {}

  static String of(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}

package dev.paperboy.dump;

import java.util.ArrayList;
import java.util.List;

/** Sentences about parts that were left out; after some, only their number. */
final class Problems {

  private static final int MOST = 20;

  private final List<String> sentences = new ArrayList<>();
  private int more;

  void add(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  List<String> sentences() {
    List<String> all = new ArrayList<>(sentences);
    if (more > 0) {
      all.add("And %d more problems of this kind.".formatted(more));
    }
    return List.copyOf(all);
  }
}

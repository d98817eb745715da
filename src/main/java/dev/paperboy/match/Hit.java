package dev.paperboy.match;

import dev.paperboy.paper.Paper;

/**
 * The words of a paper that met a term.
 *
 * @param start offset of the first character in the field's text, UTF-16
 * @param end offset after the last character
 * @param term the term, the author or the organization as the reader wrote it
 */
public record Hit(Field field, int start, int end, String term) {

  /** The words themselves; cut short where the paper's text is shorter than it was. */
  public String wordsOf(Paper paper) {
    String text = field.textOf(paper);
    int from = Math.min(Math.max(start, 0), text.length());
    return text.substring(from, Math.max(from, Math.min(end, text.length())));
  }
}

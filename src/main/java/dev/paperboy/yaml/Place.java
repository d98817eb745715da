package dev.paperboy.yaml;

/**
 * A place in a document.
 *
 * @param where how a sentence names it: {@code for "papers"}
 */
record Place(int line, int column, String where, Problems problems) {

  void problem(String message) {
    problems.add(line, column, message);
  }
}

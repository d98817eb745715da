package dev.paperboy.bench;

import java.util.BitSet;

/** A way to look a term up in a list of papers. */
interface Way {

  /** What it is called in tables. */
  String name();

  /** The papers it finds, by their index. */
  BitSet find(String term);
}

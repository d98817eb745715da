package dev.paperboy.match;

/** A part of a paper that terms are looked up in. */
public enum Field {
  TITLE,
  ABSTRACT
}

package dev.paperboy.paper;

/** A paper and its number in the store, which never changes. */
public record NumberedPaper(long id, Paper paper) {}

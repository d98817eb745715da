package dev.paperboy.paper;

/** One mention of a paper in a dump. */
public record Listing(PaperDetails details, Popularity popularity) {}

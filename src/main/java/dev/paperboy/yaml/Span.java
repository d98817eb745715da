package dev.paperboy.yaml;

/**
 * A part of a document without its byte order mark.
 *
 * @param start counted in characters beyond the basic plane as one
 * @param end the first one that is no longer part of it
 */
record Span(int start, int end) {}

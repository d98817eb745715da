package dev.paperboy.match;

/**
 * A stretch of a title or an abstract, as it is, not escaped for any format.
 *
 * @param marked whether it is a hit
 */
public record Piece(String text, boolean marked) {}

package dev.paperboy.paper;

/**
 * The organisation a paper is listed under.
 *
 * @param slug its short name in links, such as {@code nvidia}
 * @param name its name as shown, such as {@code NVIDIA}
 */
public record Organization(String slug, String name) {}

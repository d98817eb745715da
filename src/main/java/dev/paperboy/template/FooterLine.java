package dev.paperboy.template;

/**
 * A line that the operator wants below every mail.
 *
 * @param text the words, or the words of the link
 * @param url where it leads; {@code ""} for words alone
 */
public record FooterLine(String text, String url) {}

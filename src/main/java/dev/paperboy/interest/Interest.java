package dev.paperboy.interest;

/**
 * One thing a reader looks for.
 *
 * @param name shown as the heading and in the reason; the first term where the reader gave none
 * @param criteria what a paper must meet; equal criteria are evaluated once, whoever holds them
 * @param boost factor on the score, 0.1 to 10
 */
public record Interest(String name, Criteria criteria, double boost) {}

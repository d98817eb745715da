package dev.paperboy.paper;

import java.time.LocalDate;

/**
 * A dump as the archive remembers it.
 *
 * @param hash of its content: the same content is the same dump
 * @param name its file name when it came in
 * @param format how it was read
 * @param digestDate the day it lists papers for
 * @param dateFound how that day was found, in words
 */
public record DumpEntry(
    String hash, String name, String format, LocalDate digestDate, String dateFound) {}

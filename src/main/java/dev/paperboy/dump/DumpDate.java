package dev.paperboy.dump;

import java.time.LocalDate;

/**
 * The day a dump lists papers for.
 *
 * @param day the digest date
 * @param found how it was found, in words, such as {@code "submittedOnDailyAt of 48 of 48 papers"}
 */
public record DumpDate(LocalDate day, String found) {}

package dev.paperboy.paper;

import java.time.LocalDate;

/**
 * A numbered batch of papers that were new when a dump came in.
 *
 * @param number counts up from 1, without gaps
 * @param digestDate the day the dump listed them for
 * @param archiveOnly never mailed: the dump was too old when it came in
 * @param papers how many papers it holds, at least one
 */
public record Edition(int number, LocalDate digestDate, boolean archiveOnly, int papers) {}

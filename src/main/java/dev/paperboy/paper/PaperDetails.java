package dev.paperboy.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a paper, in clean text (see {@link PlainText}).
 *
 * @param arxivId arXiv id without version, such as {@code 2608.13558} or {@code hep-ex/0307015}
 * @param title one line, never blank
 * @param abstractText one line; empty where the dump has none
 * @param published the day the paper appeared, UTC; not the day it was listed
 */
public record PaperDetails(
    @Nullable String arxivId,
    String title,
    String abstractText,
    Authors authors,
    @Nullable Organization organization,
    @Nullable LocalDate published,
    Links links) {}

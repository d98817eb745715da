package dev.paperboy.web;

import dev.paperboy.digest.DigestMails;
import dev.paperboy.digest.Digests;
import dev.paperboy.digest.Lookback;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.search.ArchiveSearch;

/** What the pages of the archive and of past mails are made of. */
public record LibraryParts(
    Catalogue catalogue,
    ArchiveSearch search,
    Lookback lookback,
    Digests digests,
    DigestMails mails) {}

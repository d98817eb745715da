package dev.paperboy.web;

import dev.paperboy.notice.Subscriptions;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.PageStyle;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the pages show and change.
 *
 * @param library the archive as it is browsed and searched
 * @param operator what only whoever runs this may see
 * @param subscriptions what readers ask for that is answered by mail
 * @param stored everything stored about a reader, as one JSON document
 * @param style how the pages speak and look
 * @param health asked anew at every request for it
 * @param baseUrl where readers reach the pages, as it stands in the links of mails; a proxy in
 *     front that serves them below a path takes that path off
 */
public record WebParts(
    PaperArchive archive,
    LibraryParts library,
    OperatorParts operator,
    Readership readership,
    Tokens tokens,
    Subscriptions subscriptions,
    Function<Subscriber, String> stored,
    PageStyle style,
    Supplier<Health> health,
    URI baseUrl,
    Clock clock) {}

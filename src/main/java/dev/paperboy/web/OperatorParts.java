package dev.paperboy.web;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the pages for whoever runs this are made of.
 *
 * @param mailbox the local mailbox, where mails are kept instead of sent and may be seen
 * @param metrics figures in the format of Prometheus, made anew at every request
 * @param times told of every answer
 */
public record OperatorParts(
    OperatorSettings settings,
    AdminParts admin,
    Optional<MailboxParts> mailbox,
    Supplier<String> metrics,
    RequestTimes times) {}

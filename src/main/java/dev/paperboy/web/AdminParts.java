package dev.paperboy.web;

import dev.paperboy.digest.RunLog;
import dev.paperboy.dump.DumpQuarantine;
import dev.paperboy.inbound.FeedbackFigures;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.outbox.OutboxFigures;
import dev.paperboy.subscriber.SubscriberFigures;
import dev.paperboy.subscriber.Suppressions;
import java.time.Duration;

/**
 * What the operator's page is made of.
 *
 * @param lifetime how long a delivery that is tried again may take
 */
public record AdminParts(
    RunLog runs,
    SubscriberFigures subscribers,
    Suppressions suppressions,
    Outbox outbox,
    OutboxFigures deliveries,
    FeedbackFigures feedback,
    DumpQuarantine quarantine,
    Duration lifetime) {}

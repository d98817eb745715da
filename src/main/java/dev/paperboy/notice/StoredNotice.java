package dev.paperboy.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the store.
 *
 * @param subscriber 0: it is for nobody on the list
 * @param inReplyTo the Message-ID of the mail it answers, {@code ""} where that had none; null: it
 *     answers no mail
 */
record StoredNotice(
    long id,
    long subscriber,
    NoticeContent content,
    @Nullable String inReplyTo,
    Instant createdAt) {}

package dev.paperboy.outbox;

import java.time.Instant;

/** A delivery is not sent before this moment, and why. */
record Wait(Instant until, WaitReason reason) {}

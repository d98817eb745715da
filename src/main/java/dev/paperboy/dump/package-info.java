/**
 * Dumps in: the inbox folder, one reader for each format, and the place where refused files go.
 *
 * <p>The way through: {@code DumpInbox.pending} names finished files, a {@link
 * dev.paperboy.dump.DumpReader} turns one into {@link dev.paperboy.dump.DumpContent}, and the file
 * moves to the archive folder, or beside a {@code .why} text when it was refused. A bad file stops
 * no other.
 */
@NullMarked
package dev.paperboy.dump;

import org.jspecify.annotations.NullMarked;

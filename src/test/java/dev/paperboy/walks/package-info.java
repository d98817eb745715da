/**
 * People's ways through the pages: a server with its schedule, a local mailbox, and visitors with
 * real browsers. {@code Newsstand} is the place, {@code Visitors} have the browsers, {@code Steps}
 * says what people do on each page.
 */
@NullMarked
package dev.paperboy.walks;

import org.jspecify.annotations.NullMarked;

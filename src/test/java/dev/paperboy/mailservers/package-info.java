/**
 * Real mail servers for the tests: {@link dev.paperboy.mailservers.RealMailServers} starts Debian's
 * Postfix and Dovecot on loopback, {@link dev.paperboy.mailservers.SmtpSink} the sink of Postfix.
 */
@NullMarked
package dev.paperboy.mailservers;

import org.jspecify.annotations.NullMarked;

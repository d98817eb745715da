/**
 * Judges a mail by the rules of {@code docs/mail.md}, on the bytes as they are sent.
 *
 * <p>The way through: {@link dev.paperboy.lint.MailLinter} reads the bytes once into a {@code
 * ParsedMail} (header fields and parts exactly as they stand, then what they say decoded), shows it
 * to each {@code RuleGroup}, and gives back a list of {@link dev.paperboy.lint.Finding}. What a
 * sender knows about the mail comes in an {@link dev.paperboy.lint.Expected}; a rule that needs
 * more than that and the mail is silent. {@link dev.paperboy.lint.BatchLinter} holds mails of one
 * sending beside each other.
 *
 * <p>To add a rule: name it in {@link dev.paperboy.lint.Rule}, write a method for it in the class
 * of its group, give it a row in {@code docs/mail.md} and, in {@code RulesTest}, a change to the
 * good mail that breaks it and nothing else. Tests fail while one of these is missing.
 *
 * <p>It promises: any bytes are taken, and end in findings, never in an exception; the same bytes
 * give the same findings in the same order. What a finding shows of a mail is a short piece, but
 * that may be an address or part of a link: findings are for the operator, not for a log.
 */
@NullMarked
package dev.paperboy.lint;

import org.jspecify.annotations.NullMarked;

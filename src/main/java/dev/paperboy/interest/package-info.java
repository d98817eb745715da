/**
 * The interests document: what a reader looks for, what they never want to see, and how they want
 * their digest. One parser for file, web page, command line and e-mail.
 *
 * <p>The way through: {@link dev.paperboy.interest.InterestsParser} makes {@link
 * dev.paperboy.interest.Interests} of a document, or all its problems; {@link
 * dev.paperboy.interest.InterestsPrinter} writes documents, and {@link
 * dev.paperboy.interest.OutlineEditor} changes what a form shows of one in place. Comments live in
 * the document's text, never in the values: keep the text that a reader saved.
 *
 * <p>Promises: parsing never throws and takes milliseconds, whatever the text. Every term tells
 * papers apart ({@code TermRules}), so that none meets, or hides, nearly everything. {@code
 * docs/interests.schema.json} accepts whatever the parser accepts.
 */
@NullMarked
package dev.paperboy.interest;

import org.jspecify.annotations.NullMarked;

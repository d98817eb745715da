/**
 * The web pages: for readers, for visitors of the archive, and for the operator.
 *
 * <p>The way through: {@link dev.paperboy.web.WebServer} has the routes; each page is a class with
 * one method for each request it answers; {@code Pages} renders the template of that name from
 * {@code src/main/resources/pages}; {@code ErrorPages} answers what goes wrong.
 *
 * <p>{@code ReaderRoutes} has what readers do by their links besides changing interests. {@code
 * ArchiveRoutes} has the pages of the archive, search and feeds; what is the same for everybody is
 * rendered once and kept by {@code PageCache}. {@code OperatorRoutes} has what only whoever runs
 * this may see: the local mailbox, figures, and the operator's page behind {@code AdminDoor}, the
 * one place with a cookie. Mails are shown by {@code MailHtml}.
 *
 * <p>What it promises: GET and HEAD change nothing. The token in the path is the only authority, so
 * there is no cookie; it is never shown, logged or passed on. Every answer, malformed requests
 * included, carries the headers of {@code PageHeaders}. Nothing from a dump or a reader is markup.
 * How often anything may be asked stands in {@code Rate} for a network, in {@code
 * SubscriptionLimit} for all of them together.
 */
@NullMarked
package dev.paperboy.web;

import org.jspecify.annotations.NullMarked;

/**
 * Every mail that is no digest: it answers one person, or warns the operator. No list mail.
 *
 * <p>The way through: a {@link dev.paperboy.notice.Notice} says what there is to say; {@code
 * NoticePresenter} puts it in the words of the operator's language as a {@link
 * dev.paperboy.notice.NoticeView}; {@link dev.paperboy.notice.NoticeRenderer} fills the templates
 * of its kind; {@link dev.paperboy.notice.NoticeMails} adds the headers.
 */
@NullMarked
package dev.paperboy.notice;

import org.jspecify.annotations.NullMarked;

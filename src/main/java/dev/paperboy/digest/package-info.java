/**
 * One subscriber's selection and its mail: the planner decides who is due, the composer ranks, caps
 * and groups, the renderer makes the mail.
 */
@NullMarked
package dev.paperboy.digest;

import org.jspecify.annotations.NullMarked;

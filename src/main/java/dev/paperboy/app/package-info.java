/**
 * Configuration, the composition root, the scheduled jobs. Everything is made here with {@code
 * new}, started in order and closed in reverse.
 */
@NullMarked
package dev.paperboy.app;

import org.jspecify.annotations.NullMarked;

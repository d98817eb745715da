/** A browser for tests: pages as people see them, measured and as pictures. */
@NullMarked
package dev.paperboy.browser;

import org.jspecify.annotations.NullMarked;

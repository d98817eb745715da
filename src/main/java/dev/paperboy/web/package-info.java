/** The pages: health, the home page, leaving, and changing interests. GET changes nothing. */
@NullMarked
package dev.paperboy.web;

import org.jspecify.annotations.NullMarked;

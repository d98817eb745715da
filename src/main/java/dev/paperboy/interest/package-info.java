/**
 * The interests document: what a reader looks for, what they never want to see, and how they want
 * their digest. One parser for file, web page, command line and e-mail.
 */
@NullMarked
package dev.paperboy.interest;

import org.jspecify.annotations.NullMarked;

/**
 * Who receives: subscribers, their states, their interests document, and the tokens in their links.
 */
@NullMarked
package dev.paperboy.subscriber;

import org.jspecify.annotations.NullMarked;

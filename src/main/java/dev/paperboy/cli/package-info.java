/** The command line: one class for each command, and the texts it prints. */
@NullMarked
package dev.paperboy.cli;

import org.jspecify.annotations.NullMarked;

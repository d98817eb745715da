/**
 * YAML read strictly: every problem at once, each with line, column and a sentence to act on.
 * Serves the interests document and {@code config.yml}; knows neither.
 *
 * <p>Input is hostile: no tags, no aliases, no duplicate keys, bounded size and depth.
 */
@NullMarked
package dev.paperboy.yaml;

import org.jspecify.annotations.NullMarked;

/**
 * YAML read strictly: every problem at once, each with line, column and a sentence to act on.
 * Serves the interests document, {@code config.yml} and the files beside the templates; knows none
 * of them.
 *
 * <p>The way through: {@link dev.paperboy.yaml.YamlReader} gives a {@link
 * dev.paperboy.yaml.YamlMap}, its {@link dev.paperboy.yaml.YamlNode} values are read as what they
 * should be, and what does not fit lands in {@link dev.paperboy.yaml.Problems}.
 *
 * <p>{@link dev.paperboy.yaml.YamlEdit} changes single places of a document and leaves the rest,
 * comments too, as it was written.
 *
 * <p>Input is hostile: no tags, no aliases, no duplicate keys, bounded size and depth.
 */
@NullMarked
package dev.paperboy.yaml;

import org.jspecify.annotations.NullMarked;

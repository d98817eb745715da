package dev.paperboy.dump;

import java.time.Instant;

/**
 * A dump as it lies on disk.
 *
 * @param name file name without folders
 * @param modified when the file was last written
 * @param text its content, decoded from UTF-8 without byte order mark
 * @param hash SHA-256 of its bytes, hexadecimal: the same content is the same dump
 */
public record DumpFile(String name, Instant modified, String text, String hash) {}

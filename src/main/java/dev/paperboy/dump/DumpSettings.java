package dev.paperboy.dump;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where dumps come from and how they are treated.
 *
 * @param folder watched for new files
 * @param checkEvery how often the folder is looked at
 * @param settle a file untouched for so long is taken to be finished
 * @param maxBytes a larger file is refused
 * @param mailMaxAge papers of a dump whose digest date is older than this are never mailed
 */
public record DumpSettings(
    Path folder, Duration checkEvery, Duration settle, long maxBytes, Duration mailMaxAge) {}

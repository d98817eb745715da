package dev.paperboy.paper;

/**
 * A short form and what it usually stands for in the archive.
 *
 * @param shortForm as papers write it, such as {@code RL}
 * @param longForm as papers write it most often, such as {@code reinforcement learning}
 * @param papers how many papers define it so
 */
public record Abbreviation(String shortForm, String longForm, int papers) {}

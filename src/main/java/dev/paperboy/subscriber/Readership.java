package dev.paperboy.subscriber;

import dev.paperboy.interest.InterestsParser;

/**
 * Everything about the people: who they are, who changes them, and how their documents are read.
 */
public record Readership(Subscribers subscribers, Registrar registrar, InterestsParser parser) {}

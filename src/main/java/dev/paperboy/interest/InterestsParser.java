package dev.paperboy.interest;

import dev.paperboy.yaml.Problem;
import java.util.List;
import java.util.Optional;

public final class InterestsParser {
  public InterestsParser(DigestWishes defaults) {}

  public Parsed parse(String yaml) {
    return new Parsed(Optional.empty(), List.of());
  }

  public record Parsed(Optional<Interests> interests, List<Problem> problems) {}
}

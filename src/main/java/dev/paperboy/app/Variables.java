package dev.paperboy.app;

import dev.paperboy.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables in the place of {@code ${NAME}} and {@code ${NAME:-default}}. A
 * variable that is not set but whose {@code NAME_FILE} is holds the content of that file, which is
 * how containers hand out secrets. As in a shell, the default also stands for an empty variable.
 */
final class Variables {

  private static final int LONGEST_FILE = 64 * 1024;
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^{}]*))?}");

  private final Map<String, String> environment;

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The text with every variable replaced, or empty after adding a problem to the node. */
  Optional<String> expand(YamlNode node, String text) {
    if (VARIABLE.matcher(text).replaceAll("").contains("${")) {
      node.problem("Write a variable as ${NAME} or ${NAME:-default}.");
      return Optional.empty();
    }
    StringBuilder expanded = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      Optional<String> value = value(node, variable.group(1), variable.group(2));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      variable.appendReplacement(expanded, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(variable.appendTail(expanded).toString());
  }

  private Optional<String> value(YamlNode node, String name, @Nullable String byDefault) {
    String value = environment.get(name);
    if (value != null && !(value.isEmpty() && byDefault != null)) {
      return Optional.of(value);
    }
    String file = environment.get(name + "_FILE");
    if (value == null && file != null) {
      return content(node, name, file);
    }
    if (byDefault == null) {
      node.problem(
          "Set the environment variable %s, or set %s_FILE to the name of a file that holds the value."
              .formatted(name, name));
    }
    return Optional.ofNullable(byDefault);
  }

  private static Optional<String> content(YamlNode node, String name, String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return Optional.of(new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8).strip());
    } catch (IOException | InvalidPathException e) {
      node.problem(
          "Set %s_FILE to the name of a file that can be read: the one it names cannot."
              .formatted(name));
      return Optional.empty();
    }
  }
}

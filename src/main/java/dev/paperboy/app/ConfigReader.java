package dev.paperboy.app;

import dev.paperboy.yaml.Problems;
import dev.paperboy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code config.yml}. A key that is left out has its default; an unknown key is refused; all
 * problems come at once.
 */
public final class ConfigReader {

  private static final int LONGEST = 64 * 1024;
  private static final YamlReader YAML = new YamlReader(LONGEST, "mail");

  private ConfigReader() {}

  /**
   * The configuration in the file.
   *
   * @param file must exist; relative folders in it are relative to its own folder
   * @param environment what {@code ${NAME}} stands for, as of {@link System#getenv()}
   */
  public static Config read(Path file, Map<String, String> environment) throws WrongConfig {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(4 * LONGEST + 1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return read(text, file, environment);
    } catch (CharacterCodingException e) {
      throw new WrongConfig(file, "Save this file as UTF-8 text: it is in another encoding.");
    } catch (NoSuchFileException e) {
      throw new WrongConfig(file, "There is no such file: check the name after --config.");
    } catch (IOException e) {
      throw new WrongConfig(
          file, "This file cannot be read: check that it is a file, and its rights.");
    }
  }

  /** The configuration in the text, as if it stood in the file; nothing is read from the file. */
  public static Config read(String text, Path file, Map<String, String> environment)
      throws WrongConfig {
    Problems problems = new Problems(SecretMask.masked(text));
    Variables variables = new Variables(environment);
    Optional<Config> config =
        YAML.read(text, problems)
            .map(document -> document.rewritten(variables::expand))
            .map(document -> new ConfigDocument(document, folderOf(file)).config());
    if (config.isEmpty() || !problems.isEmpty()) {
      throw new WrongConfig(file, problems.list());
    }
    return config.get();
  }

  private static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }
}

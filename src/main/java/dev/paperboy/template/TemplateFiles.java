package dev.paperboy.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The YAML files beside the templates: the operator's own and those in the program. */
record TemplateFiles(Path folder) {

  static final String SHIPPED = "/templates/";

  private static final int LONGEST = 256 * 1024;

  /**
   * @param name as a problem names the file
   */
  record Source(String name, String text) {}

  /** The operator's file, if there is one. */
  Optional<Source> own(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new Source(file.toString(), decode(in.readNBytes(LONGEST))));
    } catch (CharacterCodingException failure) {
      throw new BrokenTemplate(
          file + ": Save this file as UTF-8 text: it is in another encoding.", failure);
    } catch (IOException failure) {
      throw new BrokenTemplate(
          file + ": This file cannot be read: check that it is a file, and its rights.", failure);
    }
  }

  /**
   * The names of the operator's language files in a folder below this one, without {@code .yml}.
   */
  List<String> languagesIn(String name) {
    Path below = folder.resolve(name);
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(below)) {
      return found
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".yml"))
          .map(file -> file.substring(0, file.length() - ".yml".length()))
          .filter(language -> MailSettings.languageName(language).isPresent())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new BrokenTemplate("The folder " + below + " cannot be read.", failure);
    }
  }

  /** The file in the program, if there is one. */
  static Optional<Source> shipped(String name) {
    try (InputStream in = TemplateFiles.class.getResourceAsStream(SHIPPED + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Source(name, decode(in.readNBytes(LONGEST))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}

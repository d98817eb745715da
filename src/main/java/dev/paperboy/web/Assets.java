package dev.paperboy.web;

import dev.paperboy.template.Look;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/**
 * Style sheets, scripts and pictures, from the jar and from WebJars in it. Each is served below a
 * name with the hash of its bytes, so browsers may keep it for good and a new version has a new
 * address. All are read and compressed once, those that no look changes once for the process;
 * immutable.
 */
final class Assets {

  static final String PATH = "/assets/{file}";

  private static final String STYLE_SHEET = "paperboy.css";

  /** In {@code src/main/resources/public}, beside the style sheet. */
  private static final List<String> OWN =
      List.of(
          "archive.css", "interests.css", "interests.js", "timezone.js", "admin.js", "icon.svg");

  /** The WebJar's name, then the path in it. */
  private static final List<String> WEBJARS =
      List.of(
          "uplot/dist/uPlot.iife.min.js",
          "uplot/dist/uPlot.min.css",
          "codemirror/lib/codemirror.js",
          "codemirror/lib/codemirror.css",
          "codemirror/mode/yaml/yaml.js",
          "codemirror/addon/hint/show-hint.js",
          "codemirror/addon/lint/lint.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final int HASH_CHARACTERS = 16;

  private record Asset(String file, String type, byte[] bytes, byte[] compressed) {}

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> byFile = new HashMap<>();

  /**
   * @param look put before the own style sheet, as variables
   */
  Assets(Look look) {
    byte[] styles = joined(LookSheet.of(look), read("/public/" + STYLE_SHEET));
    add(STYLE_SHEET, asset(STYLE_SHEET, styles));
    OfAnyLook.ASSETS.forEach(this::add);
  }

  /** The assets that are the same for every look, by name. */
  private static final class OfAnyLook {

    static final Map<String, Asset> ASSETS = new HashMap<>();

    static {
      OWN.forEach(name -> ASSETS.put(name, asset(name, read("/public/" + name))));
      WEBJARS.forEach(name -> ASSETS.put(name, asset(name, read(inWebJar(name)))));
    }
  }

  /**
   * Where it is served, below the path of the pages.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("there is no asset \"" + name + "\"");
    }
    return address;
  }

  void answer(Context context) {
    Asset asset = byFile.get(context.pathParam("file"));
    if (asset == null) {
      throw new NotFoundResponse();
    }
    PageHeaders.cache(context, "public, max-age=31536000, immutable");
    context.header("Vary", "Accept-Encoding").contentType(asset.type());
    String accepted = context.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip").result(asset.compressed());
    } else {
      context.result(asset.bytes());
    }
  }

  private void add(String name, Asset asset) {
    addresses.put(name, PATH.replace("{file}", asset.file()));
    byFile.put(asset.file(), asset);
  }

  private static Asset asset(String name, byte[] bytes) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1);
    String file =
        "%s.%s.%s".formatted(name.substring(0, dot).replace('/', '-'), hash(bytes), extension);
    String type = Objects.requireNonNull(TYPES.get(extension), "an asset of unknown type");
    return new Asset(file, type, bytes, compress(bytes));
  }

  /** The path of a file in a WebJar, whose folder is named after its version. */
  private static String inWebJar(String name) {
    String[] parts = name.split("/", 2);
    String about = "/META-INF/maven/org.webjars.npm/" + parts[0] + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream file = Assets.class.getResourceAsStream(about)) {
      properties.load(Objects.requireNonNull(file, "the WebJar " + parts[0] + " is missing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version");
    return "/META-INF/resources/webjars/%s/%s/%s".formatted(parts[0], version, parts[1]);
  }

  private static byte[] read(String resource) {
    try (InputStream file = Assets.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(file, resource + " is missing").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] joined(String first, byte[] second) {
    return (first + new String(second, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}

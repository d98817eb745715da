package dev.paperboy.interest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema, asked as an editor asks it: about what YAML 1.2 makes of a document. */
public final class EditorSchema {

  static final Path FILE = Path.of("docs/interests.schema.json");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Schema SCHEMA = schema();

  private EditorSchema() {}

  /**
   * What the schema has against the document.
   *
   * @throws RuntimeException if the document is no YAML
   */
  public static List<String> complaints(String yaml) {
    Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
    JsonNode document = JSON.valueToTree(load.loadFromString(yaml));
    return SCHEMA.validate(document).stream().map(Error::toString).toList();
  }

  static JsonNode json() {
    try {
      return JSON.readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(json());
  }
}

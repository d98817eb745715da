package dev.paperboy.web;

import dev.paperboy.interest.Outline;
import dev.paperboy.interest.OutlineEditor;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of the interests page: the document itself, or its outline.
 *
 * @param document what it comes to; empty if the outline cannot be written into the document
 * @param outline null where the document itself is edited
 */
record InterestsDraft(Optional<String> document, @Nullable Outline outline) {

  /** The stored document; as an outline unless the other view is asked for, or it has none. */
  static InterestsDraft stored(Context context, String document, OutlineEditor editor) {
    boolean asText = "yaml".equals(context.queryParam("view"));
    return new InterestsDraft(
        Optional.of(document), asText ? null : editor.outline(document).orElse(null));
  }

  /**
   * What was sent.
   *
   * @param stored what an outline is written into
   */
  static InterestsDraft sent(Context context, String stored, OutlineEditor editor) {
    Optional<String> text = RequestBody.field(context, "interests");
    if (text.isPresent()) {
      // Forms end lines with CR LF, whatever the reader wrote.
      return new InterestsDraft(Optional.of(text.get().replace("\r\n", "\n")), null);
    }
    Outline old = editor.outline(stored).orElseThrow(BadRequestResponse::new);
    Outline outline = OutlineFields.read(context, old).orElseThrow(BadRequestResponse::new);
    return new InterestsDraft(editor.write(stored, outline), outline);
  }

  /** A mark of a document, to tell whether it is another one by now. */
  static String mark(String document) {
    return Integer.toHexString(document.hashCode());
  }
}

package dev.paperboy.dump;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** JSON that is no list of papers: what it is, and what to do. */
final class JsonRefusals {

  private static final String SAVE_AGAIN =
      " Save the answer of https://huggingface.co/api/daily_papers?date=YYYY-MM-DD as it comes.";

  private static final int MOST_KEYS = 5;

  /** A word or number at the end of the text that lacks its own end. */
  private static final Pattern CUT_LITERAL =
      Pattern.compile(
          "[\\s\\[,:](?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|-?\\d{1,99}(?:\\.\\d{0,99})?(?:[eE][+-]?)?)"
              + "\\s*+$");

  private static final int LONGEST_LITERAL = 120;

  private JsonRefusals() {}

  static RefusedDump object(JsonNode object) {
    if (object.hasNonNull("error")) {
      return new RefusedDump(
          "The file holds an error answer, not a list of papers: \""
              + ListingText.name(object.get("error").asText(""))
              + "\". Perhaps there is no list for that day."
              + SAVE_AGAIN);
    }
    if (object.has("data")) {
      return new RefusedDump(
          "The file holds an object that wraps the list (\"data\" beside "
              + otherKeys(object)
              + ") and may have changed the papers in it. Save only the list itself."
              + SAVE_AGAIN);
    }
    if (object.has("paper") || object.has("title")) {
      return new RefusedDump(
          "The file holds one paper, not a list of papers. Put [ and ] around it.");
    }
    return new RefusedDump(
        "The file holds a JSON object with " + otherKeys(object) + ", not a list." + SAVE_AGAIN);
  }

  static RefusedDump noPaper(int rows, int strings) {
    if (rows == 0) {
      return new RefusedDump(
          "The list is empty: that day has no papers (yet), as at week-ends. Nothing to do, or save"
              + " it again later.");
    }
    if (strings == rows) {
      return new RefusedDump(
          "The list holds %d texts instead of papers, as when Python dictionaries were written with"
                  .formatted(rows)
              + " str() instead of json.dumps()."
              + SAVE_AGAIN);
    }
    return new RefusedDump(
        "None of the %d rows holds a paper with a title: this is another list.".formatted(rows)
            + SAVE_AGAIN);
  }

  static RefusedDump syntax(JsonProcessingException e, String text) {
    if (isCut(e, text)) {
      return RefusedDump.cutShort(
          "The JSON ends"
              + place(e)
              + " before the list does: the file was not written to its end."
              + SAVE_AGAIN);
    }
    if (e instanceof StreamConstraintsException) {
      return new RefusedDump(
          "The JSON holds" + place(e) + " something far longer or deeper than any list of papers.");
    }
    return new RefusedDump("The file is no valid JSON" + place(e) + "." + SAVE_AGAIN);
  }

  /** Whether the parser found nothing wrong before it came to the end of the text. */
  private static boolean isCut(JsonProcessingException e, String text) {
    JsonLocation at = e.getLocation();
    if (at == null || e instanceof StreamConstraintsException) {
      return false;
    }
    long left = text.length() - at.getCharOffset();
    String tail = text.substring(Math.max(0, text.length() - LONGEST_LITERAL));
    return left <= 0 || (left < LONGEST_LITERAL && CUT_LITERAL.matcher(tail).find());
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String otherKeys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    keys.remove("data");
    if (keys.isEmpty()) {
      return "nothing";
    }
    return ListingText.name(String.join(", ", keys.subList(0, Math.min(MOST_KEYS, keys.size()))));
  }
}

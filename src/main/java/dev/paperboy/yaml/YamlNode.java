package dev.paperboy.yaml;

import dev.paperboy.text.Spelling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value in a document, with its place. Each {@code as...} method reads it as something; what does
 * not fit becomes a problem and an empty answer. Text is text as written: {@code no}, {@code 12:30}
 * and {@code 1e3} have no other meaning. No message quotes a value, for it may be a secret.
 */
public final class YamlNode {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?|\\.\\d{1,20}");

  private final Place place;
  private final Span span;
  private final Content content;

  YamlNode(Place place, Span span, Content content) {
    this.place = place;
    this.span = span;
    this.content = content;
  }

  /** What stands there. */
  sealed interface Content permits Scalar, Items, Keys, Broken {}

  /**
   * @param missing nothing is written there, not even quotes
   */
  record Scalar(String text, boolean missing) implements Content {}

  record Items(List<YamlNode> nodes) implements Content {}

  record Keys(YamlMap map) implements Content {}

  /** Its problem is known already. */
  record Broken() implements Content {}

  /** The text, on one line; may be empty only if it is written as quotes. */
  public Optional<String> asText() {
    return asText("a text");
  }

  /** The text; {@code what} says in a problem what is wanted, such as {@code "a folder"}. */
  public Optional<String> asText(String what) {
    if (!(content instanceof Scalar scalar) || scalar.missing()) {
      expected(what, "");
      return Optional.empty();
    }
    if (scalar.text().codePoints().anyMatch(YamlNode::isUnfit)) {
      problem(
          "Write %s %s in one line, without control characters.".formatted(what, place.where()));
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  /** What {@code reading} makes of the text; its empty answer is a problem. */
  public <T> Optional<T> as(String what, Function<String, Optional<T>> reading) {
    return as(what, text -> Optional.empty(), reading);
  }

  /** The same; {@code meant} knows what somebody may have meant by a text that does not fit. */
  public <T> Optional<T> as(
      String what,
      Function<String, Optional<String>> meant,
      Function<String, Optional<T>> reading) {
    Optional<String> text = asText(what);
    Optional<T> read = text.flatMap(reading);
    if (text.isPresent() && read.isEmpty()) {
      expected(what, meant.apply(text.get().strip()).map(Spelling::hint).orElse(""));
    }
    return read;
  }

  /** A whole number, both bounds included. */
  public Optional<Integer> asInt(int min, int max) {
    return as(
        "a whole number from %d to %d".formatted(min, max),
        text ->
            Optional.of(text.strip())
                .filter(digits -> WHOLE.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= min && number <= max));
  }

  /** A number with a decimal point, both bounds included. */
  public Optional<Double> asDecimal(double min, double max) {
    BigDecimal least = BigDecimal.valueOf(min);
    BigDecimal most = BigDecimal.valueOf(max);
    return as(
        "a number from %s to %s".formatted(plain(min), plain(max)),
        text ->
            Optional.of(text.strip())
                .filter(digits -> DECIMAL.matcher(digits).matches())
                .map(BigDecimal::new)
                .filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0)
                .map(BigDecimal::doubleValue));
  }

  /** One of the constants, by its name in any letter case. */
  public <E extends Enum<E>> Optional<E> asEnum(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    List<String> words =
        constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    int last = words.size() - 1;
    String choice = String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    return as(
        choice,
        text -> Spelling.closest(text, words),
        text ->
            constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                .findFirst());
  }

  /** The items of a list; anything else stands for a list of one. */
  public List<YamlNode> asList() {
    if (content instanceof Items items) {
      return items.nodes();
    }
    if (isMissing()) {
      expected("a text or a list", "");
      return List.of();
    }
    return isBroken() ? List.of() : List.of(this);
  }

  /** How many items {@link #asList} gives. */
  public int size() {
    return content instanceof Items items
        ? items.nodes().size()
        : isMissing() || isBroken() ? 0 : 1;
  }

  /** Keys with values. */
  public Optional<YamlMap> asMap() {
    if (content instanceof Keys keys) {
      return Optional.of(keys.map());
    }
    expected("indented lines of the form \"key: value\"", "");
    return Optional.empty();
  }

  /** Whether keys with values stand here. */
  public boolean isMap() {
    return content instanceof Keys;
  }

  /** Whether a text stands here, and neither a list nor keys. */
  public boolean isText() {
    return content instanceof Scalar scalar && !scalar.missing();
  }

  /** What stands there, for who changes the document. */
  Content content() {
    return content;
  }

  /** Where it stands. Of a list or keys that have no brackets only the beginning is meant. */
  Span span() {
    return span;
  }

  /** Whether nothing is written here, not even quotes. */
  boolean isMissing() {
    return content instanceof Scalar scalar && scalar.missing();
  }

  private boolean isBroken() {
    return content instanceof Broken;
  }

  /** Whether a list without items stands here. */
  public boolean isEmptyList() {
    return content instanceof Items items && items.nodes().isEmpty();
  }

  /** Adds a problem at this place. */
  public void problem(String message) {
    place.problem(message);
  }

  /** The same values with other texts; an empty answer means that a problem was added. */
  YamlNode rewritten(YamlMap.Rewriting rewriting) {
    if (content instanceof Scalar scalar && !scalar.missing()) {
      Content changed =
          rewriting
              .rewrite(this, scalar.text())
              .<Content>map(text -> new Scalar(text, false))
              .orElseGet(Broken::new);
      return new YamlNode(place, span, changed);
    }
    if (content instanceof Items items) {
      Stream<YamlNode> changed = items.nodes().stream().map(node -> node.rewritten(rewriting));
      return new YamlNode(place, span, new Items(changed.toList()));
    }
    return content instanceof Keys keys
        ? new YamlNode(place, span, new Keys(keys.map().rewritten(rewriting)))
        : this;
  }

  private void expected(String what, String hint) {
    if (isBroken()) {
      return;
    }
    problem("Write %s %s%s.%s".formatted(what, place.where(), instead(), hint));
  }

  private String instead() {
    if (content instanceof Items) {
      return ", not a list";
    }
    if (content instanceof Keys) {
      return ", not keys with values; a text with a colon needs quotes";
    }
    return isMissing() ? ": nothing is written there" : "";
  }

  private static boolean isUnfit(int character) {
    return Character.isISOControl(character)
        || character == 0x2028
        || character == 0x2029
        || Character.getType(character) == Character.SURROGATE;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}

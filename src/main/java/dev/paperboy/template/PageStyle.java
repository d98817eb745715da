package dev.paperboy.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the web pages speak and look. They look as the mails do; their sentences stand in {@code
 * pages/} beside those of the mails, which pages can use too. An operator's file wins over the
 * shipped one of its name, or adds a language. Read once; immutable.
 */
public final class PageStyle {

  private static final String ENGLISH = "en";
  private static final List<String> SHIPPED = List.of(ENGLISH, "de");

  /** A header longer than what browsers send is not looked at. */
  private static final int LONGEST_HEADER = 500;

  private final Map<String, Texts> byCode;
  private final Texts usual;
  private final Look look;

  private PageStyle(Map<String, Texts> byCode, Texts usual, Look look) {
    this.byCode = byCode;
    this.usual = usual;
    this.look = look;
  }

  /** As the program has it, for when the operator's files cannot be read. */
  public static PageStyle shipped() {
    return in(Path.of("no folder of an operator"));
  }

  /**
   * Reads all files; the language of the mails is the usual one, where the pages have it.
   *
   * @param folder the operator's templates; need not exist
   * @throws BrokenTemplate if something is wrong in a file
   */
  public static PageStyle in(Path folder) {
    YamlFiles files = new YamlFiles(folder);
    Templates mails = new Templates(folder);
    Texts english = english(files, mails);
    Map<String, Texts> byCode = new LinkedHashMap<>();
    for (String code : codes(folder)) {
      byCode.put(code, texts(code, english, files, mails));
    }
    files.refuseBroken();
    MailStyle style = mails.style();
    Texts usual = byCode.get(style.texts().language().code());
    return new PageStyle(byCode, usual == null ? english : usual, style.look());
  }

  private static Set<String> codes(Path folder) {
    Set<String> codes = new TreeSet<>(SHIPPED);
    codes.addAll(new TemplateFiles(folder).languagesIn("pages"));
    return codes;
  }

  private static Texts english(YamlFiles files, Templates mails) {
    Texts before = mails.in(ENGLISH).style().texts();
    return files
        .shipped(file(ENGLISH), document -> new LanguageReader(document, null).read(before))
        .orElseThrow();
  }

  private static Texts texts(String code, Texts english, YamlFiles files, Templates mails) {
    Texts before = mails.in(code).style().texts().over(english);
    Texts shipped =
        files
            .shipped(file(code), document -> new LanguageReader(document, english).read(before))
            .orElse(before);
    return files
        .own(file(code), document -> new LanguageReader(document, english).read(shipped))
        .orElse(shipped);
  }

  private static String file(String code) {
    return "pages/" + code + ".yml";
  }

  /** Colours and fonts. */
  public Look look() {
    return look;
  }

  /** All languages, in the order of their codes. */
  public List<Texts> languages() {
    return List.copyOf(byCode.values());
  }

  /** The language for whoever says nothing about it. */
  public Texts usual() {
    return usual;
  }

  /**
   * The best language for a request.
   *
   * @param asked the code of a language that was asked for in so many words; null if none was
   * @param accepted the header {@code Accept-Language} (RFC 9110, section 12.5.4), as it came
   */
  public Texts choose(@Nullable String asked, @Nullable String accepted) {
    Texts wanted = asked == null ? null : byCode.get(asked);
    if (wanted != null) {
      return wanted;
    }
    if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST_HEADER) {
      return usual;
    }
    List<Locale> locales = new ArrayList<>();
    byCode.keySet().forEach(code -> locales.add(Locale.forLanguageTag(code)));
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), locales);
      return best == null ? usual : byCode.getOrDefault(best.toLanguageTag(), usual);
    } catch (IllegalArgumentException notUnderstood) {
      return usual;
    }
  }
}

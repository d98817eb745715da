package dev.paperboy.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What TeX commands mean in plain text; tables only. Names are without backslash. */
final class TexCommands {

  private static final Map<String, String> SYMBOLS =
      pairs(
          """
          alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ
          iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς
          tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ
          Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ nabla ∇ partial ∂ infty ∞
          times × cdot · cdots ⋯ ldots … dots … div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet •
          leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡
          propto ∝ prec ≺ succ ≻ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
          cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧
          wedge ∧ lor ∨ vee ∨ oplus ⊕ otimes ⊗ odot ⊙ perp ⊥ top ⊤ bot ⊥ mid ∣ parallel ∥ prime ′
          to → rightarrow → longrightarrow ⟶ leftarrow ← leftrightarrow ↔ Rightarrow ⇒
          Leftarrow ⇐ Leftrightarrow ⇔ implies ⇒ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ gets ←
          sum ∑ prod ∏ int ∫ surd √ angle ∠ degree ° dagger † ddagger ‡ lceil ⌈ rceil ⌉ lfloor ⌊
          rfloor ⌋ langle ⟨ rangle ⟩ lVert ‖ rVert ‖ Vert ‖ vert | lvert | rvert | checkmark ✓
          xmark ✗ cmark ✓ copyright © S § P ¶ pounds £ euro € textregistered ® texttrademark ™
          textdegree ° textmu µ textendash – textemdash — textellipsis … textbar | textless <
          textgreater > textquotesingle ' ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı
          j ȷ dh ð th þ TH Þ DH Ð Re ℜ Im ℑ aleph ℵ blacksquare ■ square □ triangle △ sharp ♯
          """);

  /** Author's shorthands that end in a full stop of their own. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.of(
          "eg", "e.g.", "ie", "i.e.", "etal", "et al.", "etc", "etc.", "vs", "vs.", "cf", "cf.",
          "wrt", "w.r.t.", "aka", "a.k.a.", "iid", "i.i.d.");

  /** Commands that change only the look: their argument stays, they go. */
  private static final Set<String> STYLES =
      words(
          """
          textbf textit textsc texttt textsf textrm textsl textup textmd textnormal text emph
          underline uline mathbf mathcal mathrm mathit mathsf mathtt mathfrak mathscr mathbb mathop
          boldsymbol bm mbox hbox fbox makebox operatorname ensuremath url nolinkurl path
          it bf em rm tt sc sl sf itshape bfseries small footnotesize scriptsize tiny large Large
          normalsize left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle
          limits nolimits centering noindent item xspace protect textsuperscript textsubscript
          overline vec widehat widetilde
          """);

  /** Commands whose argument is no text. */
  private static final Set<String> SILENT =
      words(
          """
          cite citep citet citealp citeauthor citeyear ref eqref cref Cref autoref label vspace
          hspace begin end bibliography bibliographystyle color pagestyle includegraphics
          """);

  private static final Map<String, String> ACCENTS =
      pairs(
          """
          ' \u0301 ` \u0300 ^ \u0302 " \u0308 ~ \u0303 = \u0304 . \u0307 c \u0327 v \u030C u \u0306
          H \u030B k \u0328 r \u030A d \u0323 b \u0331 hat \u0302 tilde \u0303 bar \u0304
          dot \u0307 ddot \u0308 check \u030C acute \u0301 grave \u0300 breve \u0306
          """);

  /** Styles whose backslash web pages are known to lose. */
  private static final Set<String> BARE =
      words(
          """
          textbf textit textsc texttt textsf textrm mathbf mathcal mathrm mathit mathsf mathtt
          mathfrak mathbb
          """);

  private static final Set<String> SPOKEN_IN_BRACES =
      words(
          """
          sim times approx circ pm leq geq neq infty cdot ldots rightarrow alpha beta gamma delta
          epsilon theta lambda sigma omega
          """);

  private static final String DOUBLE_STRUCK = "CℂHℍNℕPℙQℚRℝZℤ";

  private TexCommands() {}

  /** Letters that command names are made of. */
  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static Optional<String> symbol(String name) {
    return Optional.ofNullable(SYMBOLS.get(name));
  }

  static Optional<String> abbreviation(String name) {
    return Optional.ofNullable(ABBREVIATIONS.get(name));
  }

  static boolean isStyle(String name) {
    return STYLES.contains(name);
  }

  static boolean isSilent(String name) {
    return SILENT.contains(name);
  }

  /** Whether the name in front of a brace is a style that lost its backslash. */
  static boolean isBareStyle(String name) {
    return BARE.contains(name);
  }

  /** Whether a group begins with a style that lost its backslash, as in <code>{bf C}</code>. */
  static boolean isBareSwitch(String group) {
    return group.startsWith("bf ") || group.startsWith("sc ") || group.startsWith("tt ");
  }

  /** A symbol that stands in braces without its backslash, as in <code>{sim}11%</code>. */
  static Optional<String> symbolInBraces(String word) {
    return SPOKEN_IN_BRACES.contains(word) ? symbol(word) : Optional.empty();
  }

  static boolean isAccent(String name) {
    return ACCENTS.containsKey(name);
  }

  /** The letter with the accent, where Unicode has it as one character. */
  static Optional<String> accented(String accent, String letter) {
    String mark = ACCENTS.get(accent);
    if (mark == null) {
      return Optional.empty();
    }
    String base = letter.equals("ı") ? "i" : letter.equals("ȷ") ? "j" : letter;
    String composed = Normalizer.normalize(base + mark, Normalizer.Form.NFC);
    return composed.codePointCount(0, composed.length()) == 1
        ? Optional.of(composed)
        : Optional.empty();
  }

  /** The argument of a style: double-struck letters for {@code mathbb}, else as it is. */
  static String styled(String name, String argument) {
    int at = argument.length() == 1 ? DOUBLE_STRUCK.indexOf(argument) : -1;
    return name.equals("mathbb") && at >= 0 && at % 2 == 0
        ? DOUBLE_STRUCK.substring(at + 1, at + 2)
        : argument;
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+", -1));
  }

  private static Map<String, String> pairs(String list) {
    List<String> words = List.of(list.strip().split("\\s+", -1));
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      pairs.put(words.get(i), words.get(i + 1));
    }
    return Map.copyOf(pairs);
  }
}

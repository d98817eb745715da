package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair("$R^2$-Tuning", "R²-Tuning"),
        pair("LeC$^2$O-NeRF", "LeC²O-NeRF"),
        pair("{\\epsilon}-differential", "ε-differential"),
        pair("10^{-3}, $10^{-3}$, 10^-3", "10⁻³, 10⁻³, 10⁻³"),
        pair("360^circ, 360^{circ}, 360$^\\circ$", "360°, 360°, 360°"),
        pair(
            "H$_2$O and $x_{i,j}$ and p_{gen} and Q_{reward}",
            "H₂O and x_(i,j) and p_gen and Q_reward"),
        pair("snake_case, log_2 N", "snake_case, log_2 N"),
        pair("\\textbf{L}azy \\textit{x y} \\emph{z}", "Lazy x y z"),
        pair("{\\it vs.} and textit{O}bstacles", "vs. and Obstacles"),
        pair(
            "\\eg~x (\\ie, y), Smith \\etal. and \\etal",
            "e.g. x (i.e., y), Smith et al. and et al."),
        pair("\\\"u \\'{e} {\\'e} \\\"Ust\\\"un \\c{c} \\v s \\'\\i", "ü é é Üstün ç š í"),
        pair("5\\% A\\&B a\\_b \\#1", "5% A&B a_b #1"),
        pair(
            "Fig.~3 of Models~(LLMs), about ~9 or 3~5", "Fig. 3 of Models (LLMs), about ~9 or 3~5"),
        pair("``x'' and ''y'' and ``z\"", "“x” and “y” and “z”"),
        pair("a \"world model\", (\"so\" called) \"x.\"", "a “world model”, (“so” called) “x.”"),
        pair(
            "a 5\" wafer and a 12\" one, an \"open end",
            "a 5\" wafer and a 12\" one, an \"open end"),
        pair("`less is more' and `don't stop'", "‘less is more’ and ‘don't stop’"),
        pair(
            "a `code` word, users' own, rock 'n' roll", "a `code` word, users' own, rock 'n' roll"),
        pair("{bf C}ommittee {bf V}oting", "Committee Voting"),
        pair("a--b --- c ---- d --> e", "a–b — c ---- d --> e"),
        pair("costs $5 and $6 today", "costs $5 and $6 today"),
        pair("US$44 in a $200k plan, $4 per test", "US$44 in a $200k plan, $4 per test"),
        pair("our \\method is \\ours{} and \\foo{bar}", "our method is ours and bar"),
        pair("$k$NN, $n$-gram, $\\alpha$-x, \\(TPP\\), $$x^2$$", "kNN, n-gram, α-x, TPP, x²"),
        pair("$\\mathcal{O}(n \\log n)$, $\\frac{1}{2}$, $\\mathbb{R}^d$", "O(n log n), 1/2, ℝᵈ"),
        pair("{sim}11% faster, 7{times} smaller", "∼11% faster, 7× smaller"),
        pair("shown before~\\cite{a,b}. See \\ref{c}", "shown before. See"),
        pair("{B}ERT, the {3D} set, {given prompt}", "BERT, the {3D} set, {given prompt}"),
        pair("future researchhttps://example.org/a.", "future research https://example.org/a."),
        pair(
            "https://example.org/a_b~c%20--d{Hugging Face}",
            "https://example.org/a_b~c%20--d (Hugging Face)"),
        pair("https://example.org/a{https://example.org/a}.", "https://example.org/a."),
        pair("at\\url{https://example.org/x\\_y}", "at https://example.org/x_y"),
        pair("<img src=x onerror=alert(1)> ${7*7}", "<img src=x onerror=alert(1)> ${7*7}"),
        pair("hard\n  wrap,\u00a0no-break,  doubled\t", "hard wrap, no-break, doubled"),
        pair("a\u200bb\u202ec\u0000d\u00ade\ufefff", "abcdef"),
        pair("kept \ufffd, half \ud800!", "kept \ufffd, half \ufffd!"),
        pair("Mu\u0308nchen", "München"),
        pair("a lone \\ and } and { and $ and ^", "a lone and and and $ and ^"),
        pair("", ""));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void text_becomes_what_people_read(String raw, String plain) {
    assertThat(PlainText.of(raw)).isEqualTo(plain);
  }

  @Test
  void groups_nested_deeper_than_any_author_does_need_no_stack() {
    String deep = "\\textbf{".repeat(100_000) + "x" + "}".repeat(100_000);

    assertThat(PlainText.of(deep)).doesNotContain("\\", "{").endsWith("x");
  }

  private static Arguments pair(String raw, String plain) {
    return Arguments.of(raw, plain);
  }
}

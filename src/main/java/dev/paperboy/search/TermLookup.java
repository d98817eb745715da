package dev.paperboy.search;

import dev.paperboy.interest.Term;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.TermWord;
import dev.paperboy.search.Spellings.Slot;
import dev.paperboy.text.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Makes a query of a term as interests have them.
 *
 * @param analyzer knows the abbreviations
 * @param plain whether to leave out the other ways to write a term's words
 */
record TermLookup(Analyzer analyzer, Dictionary dictionary, boolean plain) {

  /** So many words may begin like the last one of a phrase. */
  private static final int MOST_ENDINGS = 500;

  private static final float TIE = 0.2f;

  /** Papers that have the term in one of these fields. */
  Query of(Term term, List<PaperField> fields) {
    List<Query> ways = new ArrayList<>();
    for (List<Slot> way : spellings(term)) {
      for (PaperField field : fields) {
        ways.add(new BoostQuery(query(way, field), field.weight()));
      }
    }
    return ways.isEmpty()
        ? new MatchNoDocsQuery("nothing to look for")
        : new DisjunctionMaxQuery(ways, TIE);
  }

  private List<List<Slot>> spellings(Term term) {
    List<List<Slot>> all = new ArrayList<>();
    for (List<TermWord> words : analyzer.waysToWrite(term)) {
      List<List<Slot>> ways =
          term.kind() == Term.Kind.EXACT
              ? List.of(exact(term, words))
              : Spellings.of(term.kind(), words, dictionary);
      all.addAll(plain ? ways.subList(0, 1) : ways);
    }
    return plain && !all.isEmpty() ? all.subList(0, 1) : all;
  }

  private static List<Slot> exact(Term term, List<TermWord> words) {
    String text = term.text().strip();
    return words.stream().map(TermWord::word).map(word -> Slot.of(written(text, word))).toList();
  }

  private static String written(String text, Word word) {
    return WordTokens.written(text.substring(word.start(), word.end()));
  }

  private Query query(List<Slot> way, PaperField field) {
    return way.size() == 1 ? single(way.get(0), field) : phrase(way, field);
  }

  private static Query single(Slot slot, PaperField field) {
    if (slot.prefix()) {
      return new PrefixQuery(lucene(field, slot.tokens().get(0)));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    slot.tokens().forEach(token -> any.add(new TermQuery(lucene(field, token)), Occur.SHOULD));
    return any.build();
  }

  private Query phrase(List<Slot> way, PaperField field) {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int position = 0; position < way.size(); position++) {
      Slot slot = way.get(position);
      List<String> tokens =
          slot.prefix()
              ? dictionary.beginningWith(slot.tokens().get(0), field, MOST_ENDINGS)
              : slot.tokens();
      if (tokens.isEmpty()) {
        return new MatchNoDocsQuery("no word begins so");
      }
      phrase.add(terms(tokens, field), position);
      if (slot.joins()) {
        phrase.add(terms(List.of(WordTokens.JOINS), field), position);
      }
    }
    return phrase.build();
  }

  private static org.apache.lucene.index.Term[] terms(List<String> tokens, PaperField field) {
    return tokens.stream()
        .map(token -> lucene(field, token))
        .toArray(org.apache.lucene.index.Term[]::new);
  }

  private static org.apache.lucene.index.Term lucene(PaperField field, String token) {
    return new org.apache.lucene.index.Term(field.key(), token);
  }
}

package dev.paperboy.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The tokens that an index has in titles and abstracts. */
record Dictionary(IndexReader reader) {

  /** Whether any title or abstract has this token. */
  boolean has(String token) {
    for (PaperField field : PaperField.TEXT) {
      try {
        Terms terms = MultiTerms.getTerms(reader, field.key());
        if (terms != null && terms.iterator().seekExact(new BytesRef(token))) {
          return true;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  /** The tokens that begin so, in order; no more than {@code most}. */
  List<String> beginningWith(String prefix, PaperField field, int most) {
    List<String> found = new ArrayList<>();
    BytesRef start = new BytesRef(prefix);
    try {
      Terms terms = MultiTerms.getTerms(reader, field.key());
      if (terms == null) {
        return found;
      }
      TermsEnum each = terms.iterator();
      if (each.seekCeil(start) == TermsEnum.SeekStatus.END) {
        return found;
      }
      for (BytesRef at = each.term(); at != null && found.size() < most; at = each.next()) {
        if (!StringHelper.startsWith(at, start)) {
          break;
        }
        found.add(at.utf8ToString());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.paperboy.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;

/** Reads which paper a document of the index stands for. */
final class PaperNumbers {

  private PaperNumbers() {}

  static long of(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues numbers = leaf.reader().getNumericDocValues(PaperDocument.NUMBER);
    if (numbers == null || !numbers.advanceExact(document - leaf.docBase)) {
      throw new IOException("a document of the index has no number");
    }
    return numbers.longValue();
  }
}

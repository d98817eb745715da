package dev.paperboy.search;

import dev.paperboy.paper.NumberedPaper;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;

/** A paper as the index has it: its words and its number, nothing to show. */
final class PaperDocument {

  /** The paper's number, to be read. */
  static final String NUMBER = "number";

  /** The paper's edition, to sort by. */
  static final String EDITION = "edition";

  private static final String ID = "id";
  private static final FieldType WORDS = words();

  private PaperDocument() {}

  static Document of(NumberedPaper numbered) {
    Document document = new Document();
    document.add(new StringField(ID, Long.toString(numbered.id()), Field.Store.NO));
    document.add(new NumericDocValuesField(NUMBER, numbered.id()));
    document.add(new NumericDocValuesField(EDITION, numbered.paper().edition()));
    for (PaperField field : PaperField.ALL) {
      List<String> texts = field.textsOf(numbered.paper());
      document.add(new Field(field.key(), new WordTokens(texts), WORDS));
    }
    return document;
  }

  /** What the document of this paper is found by. */
  static Term id(long number) {
    return new Term(ID, Long.toString(number));
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }
}

package dev.paperboy.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The vocabulary in the store. A paper is counted once, when it has an abstract.
 *
 * <p>Papers wait, marked {@code to_learn}, until there are many or somebody asks: many papers share
 * most of their words, so learning from them together writes a quarter of the rows. Whoever learns
 * takes the lock first, so that two processes do so one after the other.
 */
final class LearnedWords {

  /** So many papers are in memory at a time. */
  private static final int PAPERS_PER_LESSON = 500;

  private final Jdbi jdbi;

  LearnedWords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Waits for others who add papers or learn from them, until this transaction ends. */
  static void lock(Handle db) {
    db.createQuery("select papers from vocabulary where id = 1 for update")
        .mapTo(Integer.class)
        .one();
  }

  /** Learns if enough papers wait to make it cheap. */
  void learnIfMany() {
    learnWhile(PAPERS_PER_LESSON);
  }

  /** Learns from all papers that wait. */
  void learnAll() {
    learnWhile(1);
  }

  /** In small transactions: an archive from before there was a vocabulary waits as a whole. */
  private void learnWhile(int waiting) {
    while (jdbi.withHandle(LearnedWords::countWaiting) >= waiting) {
      jdbi.useTransaction(
          db -> {
            lock(db);
            learnSome(db);
          });
    }
  }

  Vocabulary load() {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        db -> {
          int papers =
              db.createQuery("select papers from vocabulary where id = 1")
                  .mapTo(Integer.class)
                  .one();
          return new Vocabulary(papers, stems(db), Dominance.among(definitions(db)));
        });
  }

  /** No more are counted than one lesson takes. */
  private static int countWaiting(Handle db) {
    return db.createQuery(
            """
            select count(*) from
              (select id from paper where to_learn = true fetch first :most rows only) waiting
            """)
        .bind("most", PAPERS_PER_LESSON)
        .mapTo(Integer.class)
        .one();
  }

  private record Text(long id, String title, String abstractText) {}

  private static List<Text> waiting(Handle db) {
    return db.createQuery(
            """
            select id, title, abstract from paper
            where to_learn = true
            order by id
            fetch first :most rows only
            """)
        .bind("most", PAPERS_PER_LESSON)
        .map(
            (row, context) ->
                new Text(row.getLong("id"), row.getString("title"), row.getString("abstract")))
        .list();
  }

  private static void learnSome(Handle db) {
    List<Text> papers = waiting(db);
    if (papers.isEmpty()) {
      return;
    }
    Lesson lesson = new Lesson();
    papers.forEach(paper -> lesson.add(paper.title(), paper.abstractText()));
    db.createUpdate("update vocabulary set papers = papers + :papers where id = 1")
        .bind("papers", lesson.papers())
        .execute();
    db.createUpdate("update paper set to_learn = false where id in (<ids>)")
        .bindList("ids", papers.stream().map(Text::id).toList())
        .execute();
    addStems(db, lesson.papersByStem());
    addDefinitions(db, lesson.papersByDefinition());
  }

  private static void addStems(Handle db, Map<String, Integer> papersByStem) {
    add(
        papersByStem,
        db.prepareBatch("update stem set papers = papers + :papers where stem = :stem"),
        db.prepareBatch("insert into stem (stem, papers) values (:stem, :papers)"),
        (row, stem) -> row.bind("stem", stem));
  }

  private static void addDefinitions(Handle db, Map<Definition, Integer> papersByDefinition) {
    add(
        papersByDefinition,
        db.prepareBatch(
            """
            update definition set papers = papers + :papers
            where short_form = :shortForm and long_form = :longForm
            """),
        db.prepareBatch(
            """
            insert into definition (short_form, long_form, papers)
            values (:shortForm, :longForm, :papers)
            """),
        (row, definition) ->
            row.bind("shortForm", definition.shortForm()).bind("longForm", definition.longForm()));
  }

  /** Raises the rows there are and inserts the others; the lock keeps the two steps together. */
  private static <K> void add(
      Map<K, Integer> papersBy,
      PreparedBatch update,
      PreparedBatch insert,
      BiConsumer<PreparedBatch, K> bind) {
    List<Map.Entry<K, Integer>> rows = List.copyOf(papersBy.entrySet());
    for (Map.Entry<K, Integer> row : rows) {
      bind.accept(update.bind("papers", row.getValue()), row.getKey());
      update.add();
    }
    int[] updated = update.execute();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 0) {
        bind.accept(insert.bind("papers", rows.get(i).getValue()), rows.get(i).getKey());
        insert.add();
      }
    }
    insert.execute();
  }

  private static Map<String, Integer> stems(Handle db) {
    Map<String, Integer> stems = new HashMap<>();
    db.createQuery("select stem, papers from stem")
        .map((row, context) -> Map.entry(row.getString("stem"), row.getInt("papers")))
        .forEach(entry -> stems.put(entry.getKey(), entry.getValue()));
    return Map.copyOf(stems);
  }

  /** Those that can be kept; nearly all others are of one paper each. */
  private static Map<Definition, Integer> definitions(Handle db) {
    Map<Definition, Integer> definitions = new HashMap<>();
    db.createQuery(
            """
            select short_form, long_form, papers from definition
            where short_form in
              (select short_form from definition group by short_form having sum(papers) >= :fewest)
            """)
        .bind("fewest", Dominance.FEWEST_PAPERS)
        .map(
            (row, context) ->
                Map.entry(
                    new Definition(row.getString("short_form"), row.getString("long_form")),
                    row.getInt("papers")))
        .forEach(entry -> definitions.put(entry.getKey(), entry.getValue()));
    return definitions;
  }
}

package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Days;
import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.Digest.Reason;
import dev.paperboy.digest.Digest.Section;
import dev.paperboy.digest.Ranking.Choice;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Makes one reader's selection out of a batch of papers: {@link Ranking} chooses up to the reader's
 * cap; each paper stands under the first interest, in the reader's order, that it meets, and names
 * all of them. One work with two titles stands there once. Pure.
 */
final class DigestComposer {

  private DigestComposer() {}

  static Digest compose(Interests interests, PaperBatch batch, Days days, Editions editions) {
    BitSet muted = muted(interests.mute(), batch);
    Ranking ranking = new Ranking(interests.interests(), batch, muted, interests.digest().papers());
    List<Choice> choices = ranking.choose();
    BitSet matched = ranking.matched();
    matched.andNot(muted);
    int more = batch.works(matched) - choices.size();
    matched.or(muted);
    return new Digest(
        days,
        editions,
        sections(interests.interests(), batch, ranking, choices),
        trending(batch, matched, interests.digest().trending()),
        more);
  }

  /** All that matches, in the order of a mail without a cap. */
  static List<Section> all(Interests interests, PaperBatch batch) {
    BitSet muted = muted(interests.mute(), batch);
    Ranking ranking = new Ranking(interests.interests(), batch, muted, batch.papers().size());
    return sections(interests.interests(), batch, ranking, ranking.choose());
  }

  private static List<Section> sections(
      List<Interest> interests, PaperBatch batch, Ranking ranking, List<Choice> choices) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < interests.size(); i++) {
      List<Entry> entries = new ArrayList<>();
      for (Choice choice : choices) {
        if (choice.interest() == i) {
          List<Reason> reasons = reasons(interests, ranking, choice);
          entries.add(new Entry(batch.papers().get(choice.paper()), reasons));
        }
      }
      if (!entries.isEmpty()) {
        sections.add(new Section(interests.get(i).name(), entries));
      }
    }
    return sections;
  }

  private static List<Reason> reasons(List<Interest> interests, Ranking ranking, Choice choice) {
    List<Reason> reasons = new ArrayList<>();
    for (int i = choice.interest(); i < interests.size(); i++) {
      Match match = ranking.match(choice.paper(), i);
      if (match != null) {
        reasons.add(new Reason(interests.get(i).name(), match.hits()));
      }
    }
    return reasons;
  }

  private static List<Entry> trending(PaperBatch batch, BitSet taken, int most) {
    List<Entry> trending = new ArrayList<>();
    for (int paper : batch.talkedAbout()) {
      if (trending.size() == most) {
        break;
      }
      if (!taken.get(paper)) {
        trending.add(new Entry(batch.papers().get(paper), List.of()));
        batch.closeWork(paper, taken);
      }
    }
    return trending;
  }

  private static BitSet muted(List<Term> mute, PaperBatch batch) {
    BitSet muted = new BitSet();
    mute.forEach(term -> muted.or(batch.mentioning(term)));
    return muted;
  }
}

package dev.paperboy.app;

import java.util.StringJoiner;

/** Page captures for tests. */
public final class Dumps {

  private Dumps() {}

  /** A capture of this list date, such as {@code Dec 5}, with papers made of title and abstract. */
  public static String capture(String listDate, String... titlesAndAbstracts) {
    StringJoiner page = new StringJoiner("\n\n");
    page.add("new").add("Get trending papers in your email inbox!").add("Subscribe");
    page.add("Daily Papers").add("byAK and the research community").add(listDate);
    for (int i = 0; i < titlesAndAbstracts.length; i += 2) {
      page.add(titlesAndAbstracts[i]);
      page.add(titlesAndAbstracts[i + 1]);
      page.add("  • 3 authors\n·\nDec 1 2");
    }
    return page + "\n";
  }
}

package dev.paperboy.web;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a page that a reader opens by a link: the pages, the reader and the link, for each. */
abstract class ReaderSite {

  @TempDir Path folder;
  Site site;
  Subscriber reader;
  String link;

  private final String interests;
  private final Purpose purpose;

  /**
   * @param purpose of the link
   */
  ReaderSite(String interests, Purpose purpose) {
    this.interests = interests;
    this.purpose = purpose;
  }

  @BeforeEach
  void open() {
    site = Site.open(folder);
    reader = site.subscriber("reader@example.org", interests);
    link = site.link(reader, purpose);
  }

  @AfterEach
  void close() {
    site.close();
  }
}

package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class AtomFeedTest {

  private static final Instant NOW = Instant.parse("2026-03-04T09:00:00.123Z");

  @Test
  void it_is_a_feed_of_rfc_4287() {
    Document feed = Xml.parse(feed("Title", "Words", "<p>HTML</p>").bytes());
    Element root = feed.getDocumentElement();

    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(root.getLocalName()).isEqualTo("feed");
    assertThat(Xml.texts(feed, "id")).containsExactly("tag:a,2026:f", "tag:a,2026:e");
    assertThat(Xml.texts(feed, "updated"))
        .containsExactly("2026-03-04T09:00:00Z", "2026-03-04T09:00:00Z");
    assertThat(Xml.texts(feed, "name")).containsExactly("Paperboy");
    assertThat(Xml.links(feed))
        .containsExactly(
            "self https://a/feed.atom", "alternate https://a/", "alternate https://a/e");
    assertThat(Xml.texts(feed, "content")).containsExactly("<p>HTML</p>");
  }

  @Property(tries = 300)
  void any_text_comes_through_but_for_what_xml_cannot_hold(@ForAll String text) {
    Document feed = Xml.parse(feed(text, text, text).bytes());

    assertThat(normal(Xml.texts(feed, "title").get(1))).isEqualTo(normal(legal(text)));
    assertThat(normal(Xml.texts(feed, "content").get(0))).isEqualTo(normal(legal(text)));
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    IntStream points = text.codePoints();
    points
        .filter(
            c ->
                c == 9
                    || c == 10
                    || c == 13
                    || (c >= 32 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** XML reads every line break as LF. */
  private static String normal(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static AtomFeed feed(String title, String summary, String content) {
    return new AtomFeed(
        "tag:a,2026:f",
        "Feed",
        "Paperboy",
        NOW,
        "https://a/feed.atom",
        "https://a/",
        List.of(new AtomFeed.Entry("tag:a,2026:e", title, NOW, "https://a/e", summary, content)));
  }
}

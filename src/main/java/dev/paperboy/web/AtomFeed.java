package dev.paperboy.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed (RFC 4287).
 *
 * @param id never changes, section 4.2.6
 * @param updated when anything in it last changed
 * @param self where the feed is
 * @param alternate the page that says the same
 */
record AtomFeed(
    String id,
    String title,
    String author,
    Instant updated,
    String self,
    String alternate,
    List<Entry> entries) {

  static final String TYPE = "application/atom+xml;charset=utf-8";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  AtomFeed {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param summary plain text
   * @param content HTML; it is escaped here
   */
  record Entry(
      String id, String title, Instant updated, String link, String summary, String content) {}

  /** The document in UTF-8: the same feed gives the same bytes. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      element(xml, "id", id);
      element(xml, "title", title);
      element(xml, "updated", moment(updated));
      link(xml, "self", self, "application/atom+xml");
      link(xml, "alternate", alternate, "text/html");
      xml.writeStartElement("author");
      element(xml, "name", author);
      xml.writeEndElement();
      for (Entry entry : entries) {
        write(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written", e);
    }
    return out.toByteArray();
  }

  private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", entry.id);
    element(xml, "title", entry.title);
    element(xml, "updated", moment(entry.updated));
    link(xml, "alternate", entry.link, "text/html");
    if (!entry.summary.isEmpty()) {
      element(xml, "summary", entry.summary);
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(legal(entry.content));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", legal(href));
  }

  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Without what no XML document may hold, however it is written (XML 1.0, section 2.2). */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(AtomFeed::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}

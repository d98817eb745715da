package dev.paperboy.mail;

import java.util.List;

/** The words of one part of a mail, HTML or plain, passage by passage. Immutable. */
public final class BodyText {

  private final List<Passage> passages;

  public BodyText(List<Passage> passages) {
    this.passages = List.copyOf(passages);
  }

  /** The length in octets of UTF-8, before it is encoded. */
  public int octets() {
    return passages.stream().mapToInt(Passage::octets).sum();
  }

  /** The length as sent. */
  public int encodedOctets() {
    return passages.stream().mapToInt(Passage::encodedOctets).sum();
  }

  /** Quoted-printable octets, in order; not to be changed by who asks. */
  List<byte[]> encoded() {
    return passages.stream().map(Passage::encoded).toList();
  }

  /** The whole text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(octets());
    passages.forEach(passage -> text.append(passage.text()));
    return text.toString();
  }
}

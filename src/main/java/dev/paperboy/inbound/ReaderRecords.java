package dev.paperboy.inbound;

import dev.paperboy.subscriber.Subscriber;
import java.util.List;

/** What there is to tell readers about themselves, from all over the application. */
public interface ReaderRecords {

  /** The last digests, newest first, a line each. */
  List<String> lately(Subscriber reader);

  /** All that is stored about them, for people to read. */
  String everything(Subscriber reader);
}

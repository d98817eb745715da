package dev.paperboy.app;

import java.util.List;
import java.util.Optional;

/** Asks the domain name system. */
interface Dns {

  /**
   * The records of a name.
   *
   * @param type such as {@code TXT}; the strings of such a record come as one
   * @return none if there are none; empty if no answer came
   */
  Optional<List<String>> records(String name, String type);
}

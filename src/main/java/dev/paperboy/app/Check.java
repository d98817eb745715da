package dev.paperboy.app;

import java.util.List;

/** One thing to look at; looking changes nothing, sends no mail and ends in a minute. */
interface Check {

  /** What was found, in order; never empty. */
  List<Finding> findings();
}

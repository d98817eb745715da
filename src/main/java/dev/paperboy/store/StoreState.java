package dev.paperboy.store;

/** What a look at the database finds. */
public enum StoreState {
  /** It has the schema of this version. */
  CURRENT,
  /** It has none of our tables yet, or is not there yet. */
  NEW,
  /** Its schema is older; opening it brings it up to date. */
  OUTDATED,
  /** Another process has it open, as only one can. */
  IN_USE
}

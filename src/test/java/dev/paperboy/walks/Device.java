package dev.paperboy.walks;

import java.util.List;

/**
 * What a visitor looks at the pages with.
 *
 * @param width in CSS pixels
 * @param dark whether its owner prefers dark colours
 * @param scripts whether the browser runs scripts
 */
record Device(int width, boolean dark, boolean scripts) {

  static final Device DESK = new Device(1200, false, true);
  static final Device PHONE = new Device(390, false, true);

  /** A phone and a desk, by day and by night. */
  static final List<Device> ALL = List.of(PHONE, PHONE.byNight(), DESK, DESK.byNight());

  Device byNight() {
    return new Device(width, true, scripts);
  }

  Device withoutScripts() {
    return new Device(width, dark, false);
  }

  boolean isPhone() {
    return width < 600;
  }

  int height() {
    return isPhone() ? 844 : 900;
  }

  @Override
  public String toString() {
    return width + (dark ? " dark" : " light") + (scripts ? "" : " without scripts");
  }
}

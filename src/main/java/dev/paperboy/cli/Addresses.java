package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Subscriber;

/** Addresses on the command line. */
final class Addresses {

  private Addresses() {}

  static EmailAddress parse(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                new WrongUse(
                    "'%s' is not an e-mail address such as ada@example.org"
                        .formatted(text.replaceAll("\\p{Cntrl}", "?"))));
  }

  static Subscriber find(Application application, EmailAddress address) {
    return application
        .readership()
        .subscribers()
        .find(address)
        .orElseThrow(
            () ->
                new WrongUse(
                    "There is no subscriber " + address + ". See: paperboy subscriber list"));
  }
}

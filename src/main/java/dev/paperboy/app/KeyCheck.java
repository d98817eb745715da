package dev.paperboy.app;

import dev.paperboy.app.Config.Mailing;
import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.mail.DkimKey.WrongKey;
import dev.paperboy.mail.DkimKeyFile;
import java.util.List;

/** Whether mail is signed, and with keys that can be used. */
record KeyCheck(Mailing mailing) implements Check {

  private static final String ABOUT = "DKIM key";

  @Override
  public List<Finding> findings() {
    List<DkimKeyFile> used = mailing.dkim().used();
    return used.isEmpty() ? List.of(unsigned()) : used.stream().map(KeyCheck::finding).toList();
  }

  private Finding unsigned() {
    return mailing.transport() == TransportChoice.SMTP
        ? Finding.warning(
            ABOUT,
            "Mails leave unsigned. That is right only if the mail server signs them for the domain"
                + " of mail.from; else make a key: paperboy doctor --new-dkim-key")
        : Finding.ok(ABOUT, "None is set; mails in the local mailbox need none.");
  }

  private static Finding finding(DkimKeyFile file) {
    try {
      file.read();
    } catch (WrongKey e) {
      return Finding.problem(ABOUT, file.path() + ": " + e.getMessage());
    }
    return file.openToOthers()
        ? Finding.warning(
            ABOUT, "Other users of this machine may read " + file.path() + ": chmod 600 it.")
        : Finding.ok(ABOUT, file.path() + " can be used.");
  }
}

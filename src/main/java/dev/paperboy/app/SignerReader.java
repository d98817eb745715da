package dev.paperboy.app;

import dev.paperboy.mail.DkimKey.WrongKey;
import dev.paperboy.mail.DkimKeyFile;
import dev.paperboy.mail.DkimSettings;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.DkimSigner.Seal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the signer of the key files that the configuration names. */
final class SignerReader {

  private static final Logger LOG = LoggerFactory.getLogger(SignerReader.class);

  private SignerReader() {}

  /** The signer; one that signs nothing where no selector is set. */
  static DkimSigner read(DkimSettings settings) throws WrongConfig {
    List<Seal> seals = new ArrayList<>();
    for (DkimKeyFile file : settings.used()) {
      try {
        seals.add(new Seal(file.selector(), file.read()));
      } catch (WrongKey e) {
        throw new WrongConfig(file.path(), String.valueOf(e.getMessage()));
      }
      if (file.openToOthers()) {
        LOG.warn("Other users may read the DKIM key {}: chmod 600 it", file.path());
      }
    }
    return new DkimSigner(settings.domain(), seals);
  }
}

package dev.paperboy.mail;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether and how mail is signed here.
 *
 * @param domain who vouches for the mail: the domain of its sender or a parent of it
 * @param rsa the signature that every receiver knows
 * @param ed25519 a second one beside it
 */
public record DkimSettings(String domain, DkimKeyFile rsa, DkimKeyFile ed25519) {

  /** The keys to sign with, in the order of the signatures; none: mail is not signed here. */
  public List<DkimKeyFile> used() {
    return Stream.of(rsa, ed25519).filter(DkimKeyFile::used).toList();
  }

  /** The same without signing. */
  public DkimSettings off() {
    return new DkimSettings(
        domain,
        new DkimKeyFile("", rsa.path(), rsa.algorithm()),
        new DkimKeyFile("", ed25519.path(), ed25519.algorithm()));
  }
}

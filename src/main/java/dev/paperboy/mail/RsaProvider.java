package dev.paperboy.mail;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The native provider of RSA signatures, nearly twice as fast as Java's own, where it runs: Linux
 * on x86-64. Elsewhere Java's own signs, and the signatures are the same to the last bit.
 */
final class RsaProvider {

  /** Null: it does not run here. */
  static final @Nullable Provider NATIVE = find();

  private RsaProvider() {}

  /** The key in the form of this provider; with others it signs at half the speed. */
  static PrivateKey takeOver(PrivateKey key) throws GeneralSecurityException {
    return NATIVE == null
        ? key
        : (PrivateKey) KeyFactory.getInstance("RSA", NATIVE).translateKey(key);
  }

  private static @Nullable Provider find() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      if (provider.getLoadingError() == null) {
        return provider;
      }
    } catch (LinkageError | RuntimeException notHere) {
      LoggerFactory.getLogger(RsaProvider.class).debug("no native signatures", notHere);
    }
    return null;
  }
}

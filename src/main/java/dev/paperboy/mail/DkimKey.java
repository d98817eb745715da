package dev.paperboy.mail;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A private key that signs mail, and what its DNS record says (RFC 6376 section 3.6.1, RFC 8463).
 * Has no state and may be shared by threads.
 */
public final class DkimKey {

  /** Shorter RSA keys are refused by receivers. */
  private static final int LEAST_RSA_BITS = 2048;

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final Algorithm algorithm;
  private final PrivateKey secret;

  /** The same key as the provider that signs has it: taken over once, as that costs a signature. */
  private final PrivateKey signing;

  /** How mail is signed. */
  public enum Algorithm {
    RSA("rsa", "RSA", "SHA256withRSA"),
    /** Few receivers know it: only beside RSA. */
    ED25519("ed25519", "Ed25519", "Ed25519");

    private final String word;
    private final String keys;
    private final String signatures;

    Algorithm(String word, String keys, String signatures) {
      this.word = word;
      this.keys = keys;
      this.signatures = signatures;
    }

    /** As it stands in DNS and, before {@code -sha256}, in a signature. */
    public String word() {
      return word;
    }
  }

  /** The text is no such key; the message ends the sentence "the key file ...". */
  public static final class WrongKey extends Exception {
    private static final long serialVersionUID = 1L;

    WrongKey(String message) {
      super(message);
    }
  }

  private DkimKey(Algorithm algorithm, PrivateKey secret) throws GeneralSecurityException {
    this.algorithm = algorithm;
    this.secret = secret;
    this.signing = algorithm == Algorithm.RSA ? RsaProvider.takeOver(secret) : secret;
  }

  /** A new random key; RSA with 2048 bit, as longer ones do not fit where DNS is old. */
  public static DkimKey create(Algorithm algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keys);
      if (algorithm == Algorithm.RSA) {
        generator.initialize(LEAST_RSA_BITS);
      }
      return new DkimKey(algorithm, generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw everyJavaHasIt(e);
    }
  }

  /** Reads a key in PKCS #8 PEM, the form that {@link #pem} and {@code openssl genpkey} write. */
  public static DkimKey parse(String pem, Algorithm algorithm) throws WrongKey {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new WrongKey("does not begin with " + BEGIN);
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
      PrivateKey secret =
          KeyFactory.getInstance(algorithm.keys).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (secret instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
        throw new WrongKey("holds a key of less than " + LEAST_RSA_BITS + " bit");
      }
      return new DkimKey(algorithm, secret);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new WrongKey("holds no " + algorithm.keys + " key");
    }
  }

  /** The key as PKCS #8 PEM: a secret. */
  public String pem() {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded());
    return BEGIN + "\n" + lines + "\n" + END + "\n";
  }

  public Algorithm algorithm() {
    return algorithm;
  }

  /** What the TXT record at {@code SELECTOR._domainkey.DOMAIN} says. */
  public String record() {
    return "v=DKIM1; k="
        + algorithm.word
        + "; p="
        + Base64.getEncoder().encodeToString(publicKey());
  }

  /** Signs the hash for Ed25519 and the octets themselves for RSA, which hashes on its own. */
  byte[] sign(byte[] octets) {
    try {
      // A new one each time: Signature is no class for threads.
      Signature signature = signature();
      signature.initSign(signing);
      signature.update(algorithm == Algorithm.ED25519 ? Fingerprint.sha256(octets) : octets);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw everyJavaHasIt(e);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    Provider fast = algorithm == Algorithm.RSA ? RsaProvider.NATIVE : null;
    return fast == null
        ? Signature.getInstance(algorithm.signatures)
        : Signature.getInstance(algorithm.signatures, fast);
  }

  /** For RSA the whole SubjectPublicKeyInfo, for Ed25519 its last 32 octets (RFC 8463, 4.2). */
  private byte[] publicKey() {
    try {
      if (secret instanceof RSAPrivateCrtKey rsa) {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        return KeyFactory.getInstance(algorithm.keys).generatePublic(spec).getEncoded();
      }
      byte[] encoded = publicOf((EdECPrivateKey) secret).getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    } catch (GeneralSecurityException e) {
      throw everyJavaHasIt(e);
    }
  }

  /** Java derives the public key only while making a pair, so it makes this one once more. */
  private static PublicKey publicOf(EdECPrivateKey secret) throws GeneralSecurityException {
    byte[] seed = secret.getBytes().orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(
        NamedParameterSpec.ED25519,
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
          }
        });
    KeyPair same = generator.generateKeyPair();
    return same.getPublic();
  }

  private static IllegalStateException everyJavaHasIt(GeneralSecurityException e) {
    return new IllegalStateException("every Java has RSA and Ed25519", e);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "DkimKey[" + algorithm.word + "]";
  }
}

package dev.paperboy.mail;

import static dev.paperboy.mail.DkimTesting.BOTH;
import static dev.paperboy.mail.DkimTesting.ED25519;
import static dev.paperboy.mail.DkimTesting.bytes;
import static dev.paperboy.mail.DkimTesting.text;
import static dev.paperboy.mail.DkimTesting.verified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DkimKey.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The second signature. jDKIM knows only RSA, so it is verified here with the JDK, by a
 * canonicalisation written anew, and held against the example of RFC 8463.
 */
class DkimEd25519Test {

  /** RFC 8463 appendix A.2: the seed behind the fixed octets of PKCS #8. */
  private static final String RFC_KEY =
      "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getEncoder()
              .encodeToString(
                  join(
                      HexFormat.of().parseHex("302e020100300506032b657004220420"),
                      Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")))
          + "\n-----END PRIVATE KEY-----\n";

  /** RFC 8463 appendix A.3. */
  private static final String RFC_BODY =
      "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

  private static final List<String> RFC_FIELDS =
      List.of(
          "From: Joe SixPack <joe@football.example.com>",
          "To: Suzie Q <suzie@shopping.example.net>",
          "Subject: Is dinner ready?",
          "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
          "Message-ID: <20030712040037.46341.5F8J@football.example.com>",
          "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
              + " d=football.example.com; i=@football.example.com;\r\n"
              + " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
              + " subject : date : message-id : from : subject : date;\r\n"
              + " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
              + " b=");

  @Test
  void the_example_of_rfc_8463_comes_out_as_published() throws Exception {
    DkimKey key = DkimKey.parse(RFC_KEY, Algorithm.ED25519);
    assertThat(key.record())
        .isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    assertThat(base64(DkimBody.hash(bytes(RFC_BODY), 0)))
        .isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    String signed = String.join("\r\n", RFC_FIELDS.stream().map(DkimHeader::relaxed).toList());
    assertThat(base64(key.sign(bytes(signed))))
        .isEqualTo(
            "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus"
                + "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
  }

  @Test
  void both_signatures_stand_there_rsa_first_and_rsa_still_verifies() throws Exception {
    byte[] signed = new MimeWriter(BOTH).bytes(Mails.to("ada@example.org"));
    assertThat(text(signed))
        .containsSubsequence("a=rsa-sha256", "s=s1", "a=ed25519-sha256", "s=e1", "Date:");
    assertThat(verified(signed))
        .singleElement()
        .satisfies(record -> assertThat(record.getSelector()).hasToString("s1"));
  }

  @Test
  void the_second_signature_verifies_and_breaks_with_any_change() throws Exception {
    String signed =
        text(new MimeWriter(BOTH).bytes(Mails.saying("Grüße", "Good  day \n\n", "<p>x</p>\n")));
    assertThat(verifies(signed)).isTrue();
    assertThat(verifies(signed.replace("To: ada@", "To: eve@"))).isFalse();
    assertThat(verifies(signed.replace("<p>x", "<p>y"))).isFalse();
    assertThat(verifies("Subject: second\r\n" + signed)).isFalse();
  }

  private static boolean verifies(String message) throws GeneralSecurityException {
    String header = message.substring(0, message.indexOf("\r\n\r\n"));
    String body = message.substring(message.indexOf("\r\n\r\n") + 4);
    Map<String, Deque<String>> fields = new HashMap<>();
    String own = "";
    for (String field : header.split("\r\n(?! )")) {
      String name = field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT);
      fields.computeIfAbsent(name, any -> new ArrayDeque<>()).push(relaxed(name, field));
      own = field.contains("a=ed25519-sha256") ? field : own;
    }
    StringBuilder data = new StringBuilder();
    for (String name : tag(own, "h").toLowerCase(Locale.ROOT).split(":")) {
      String next = fields.getOrDefault(name, new ArrayDeque<>()).poll();
      data.append(next == null ? "" : next + "\r\n");
    }
    data.append(relaxed("dkim-signature", own.replaceFirst("(?s)\\bb=.*", "b=")));
    byte[] raw = Base64.getDecoder().decode(ED25519.record().replaceFirst(".*p=", ""));
    byte[] info = join(HexFormat.of().parseHex("302a300506032b6570032100"), raw);
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
    check.update(sha256(data.toString()));
    String flat = body.replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ");
    String ended = flat.replaceFirst("(\r\n)*$", "") + "\r\n";
    return tag(own, "bh").equals(base64(sha256(ended)))
        && check.verify(Base64.getDecoder().decode(tag(own, "b")));
  }

  private static String relaxed(String name, String field) {
    String value = field.substring(field.indexOf(':') + 1);
    return name + ":" + value.replaceAll("[ \t\r\n]+", " ").strip();
  }

  private static String tag(String field, String name) {
    Matcher tag = Pattern.compile("[;\\s]" + name + "=([^;]*)").matcher(field);
    assertThat(tag.find()).isTrue();
    return tag.group(1).replaceAll("\\s", "");
  }

  private static byte[] sha256(String text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes(text));
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static byte[] join(byte[] first, byte[] second) {
    return bytes(text(first) + text(second));
  }
}

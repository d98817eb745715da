package dev.paperboy;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** What a mail program shows of a mail as text. */
public final class MailText {

  private MailText() {}

  /** The plain text, with format=flowed undone (RFC 3676). */
  public static String of(MimeMessage mail) {
    try {
      Object content = mail.getContent();
      String sent =
          content instanceof Multipart parts
              ? parts.getBodyPart(0).getContent().toString()
              : content.toString();
      return sent.replace("\r\n", "\n").replaceAll("(\\S) \n", "$1 ").replaceAll("(?m)^ ", "");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

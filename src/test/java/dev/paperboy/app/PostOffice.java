package dev.paperboy.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A mail server in memory, over real SMTP, and what people do with it. */
final class PostOffice implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final NullSenderRelay relay;

  PostOffice() {
    server.start();
    relay = new NullSenderRelay(server.getSmtp().getPort());
  }

  /** The config of a Paperboy that sends through it. */
  String config(String address) {
    return """
    base_url: https://paperboy.example
    mail: {from: "Papers <%s>", transport: smtp}
    smtp: {host: 127.0.0.1, port: %d, security: none}
    dumps: {settle: 1s}
    """
        .formatted(address, relay.port());
  }

  /** All mails so far, oldest first. */
  List<MimeMessage> mails() {
    return Arrays.asList(server.getReceivedMessages());
  }

  /** All mails to addresses that begin so, oldest first. */
  List<MimeMessage> mailsTo(String start) {
    return mails().stream().filter(mail -> to(mail).startsWith(start)).toList();
  }

  MimeMessage newestTo(String start) {
    List<MimeMessage> mails = mailsTo(start);
    return mails.get(mails.size() - 1);
  }

  /** Somebody writes a mail. */
  void write(String from, String to, String subject, String text) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(properties));
      mail.setFrom(from);
      mail.setRecipients(RecipientType.TO, to);
      mail.setSubject(subject, "UTF-8");
      mail.setText(text, "UTF-8");
      Transport.send(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody answers a mail. */
  void answer(MimeMessage mail, String text) {
    try {
      write(
          to(mail),
          ((InternetAddress) mail.getReplyTo()[0]).getAddress(),
          "Re: " + mail.getSubject(),
          text);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String to(MimeMessage mail) {
    try {
      return ((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    relay.close();
    server.stop();
  }
}

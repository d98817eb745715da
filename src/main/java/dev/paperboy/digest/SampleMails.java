package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Complete mails of invented digests to an invented reader; neither store nor key is asked. */
public record SampleMails(DigestRenderer renderer, SenderSettings sender) {

  private static final String TAG = "sampletagofnobodyatall";

  /** A mail and what it shows. */
  public record Sample(OutgoingMail mail, Digest digest) {}

  /**
   * Each sample digest, as HTML and as text.
   *
   * @throws dev.paperboy.template.BrokenTemplate if a template has a mistake
   */
  public List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (Digest digest : SampleDigest.all()) {
      for (Format format : Format.values()) {
        samples.add(new Sample(mail(digest, format), digest));
      }
    }
    return samples;
  }

  /** The invented reader's token: of the form of real ones. */
  public static String token(Purpose purpose) {
    return TAG + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private OutgoingMail mail(Digest digest, Format format) {
    Envelope envelope =
        new Envelope(sender.inbox().bouncesTo(TAG), SampleDigest.reader().address());
    String id = "<" + TAG + "@" + sender.from().address().domain() + ">";
    return new DigestMailer(renderer, sender)
        .mail(
            digest,
            format,
            envelope,
            ReaderLinks.of(sender, SampleMails::token),
            new Postmark(0, id, Instant.EPOCH));
  }
}

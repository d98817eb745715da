package dev.paperboy.template;

import java.util.List;

/**
 * How all mails speak and look: one reading of the operator's files. Immutable.
 *
 * @param footerLines what the operator wants below every mail
 */
public record MailStyle(Texts texts, Look look, List<FooterLine> footerLines) {
  public MailStyle {
    footerLines = List.copyOf(footerLines);
  }
}

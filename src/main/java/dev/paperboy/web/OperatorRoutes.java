package dev.paperboy.web;

import java.util.Optional;

/**
 * The routes of the operator: mailbox, metrics, and the operator's page where there is a password.
 */
final class OperatorRoutes {

  private OperatorRoutes() {}

  static void add(Routes routes, Pages pages, WebSettings settings, WebParts parts) {
    OperatorParts operator = parts.operator();
    Asker asker = new Asker(settings.proxies());
    FailedTries tries = new FailedTries(parts.clock());
    Optional<AdminPassword> password = operator.settings().password();
    routes.page("/metrics", new MetricsPage(operator.metrics(), password, tries, asker)::answer);
    operator
        .mailbox()
        .ifPresent(mailbox -> new MailboxPages(pages, mailbox, operator.settings()).addTo(routes));
    password.ifPresent(
        secret ->
            new AdminPages(
                    pages,
                    operator.admin(),
                    new AdminOverview(parts, operator.admin()),
                    new AdminDoor(pages, secret, tries, asker, parts),
                    parts.clock())
                .addTo(routes));
  }
}

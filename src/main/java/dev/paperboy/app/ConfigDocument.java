package dev.paperboy.app;

import dev.paperboy.app.Config.Folders;
import dev.paperboy.dump.DumpSettings;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.DigestWishesReader;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.web.AdminPassword;
import dev.paperboy.web.OperatorSettings;
import dev.paperboy.web.OperatorSettings.MailboxAccess;
import dev.paperboy.web.WebSettings;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the configuration of the keys in its file; what is wrong becomes a problem. */
final class ConfigDocument {

  private final ConfigSections sections;
  private final Path base;

  /**
   * @param base what relative folders are relative to
   */
  ConfigDocument(YamlMap document, Path base) {
    this.sections = new ConfigSections(document);
    this.base = base;
  }

  Config config() {
    sections.rejectUnknownKeys();
    ConfigSection top = sections.top();
    DigestWishes digest = digest();
    Folders folders =
        new Folders(top.folder("data", base, "data"), top.folder("templates", base, "templates"));
    return new Config(
        folders,
        new MailingReader(sections, folders.data(), digest.rhythm().timezone()).mailing(),
        store(folders.data()),
        dumps(sections.section("dumps")),
        digest,
        new InboundReader(sections.section("inbound"), base).settings(),
        web(sections.section("web")),
        operator(sections.section("web")));
  }

  private StoreSettings store(Path data) {
    ConfigSection database = sections.section("database");
    String url =
        database.value(
            "url",
            "a database as jdbc:postgresql://host/name or jdbc:h2:file:/folder/name, or \"\",",
            ConfigAddresses::databaseUrl,
            "");
    if (url.isEmpty() && data.toString().contains(";")) {
      sections
          .top()
          .node("data")
          .ifPresentOrElse(
              node -> node.problem("Choose a folder without \";\" in its path: H2 cannot use it."),
              () -> sections.document().problem("Set data to a folder without \";\" in its path."));
    }
    String user = database.text("user", "");
    boolean embedded = url.isEmpty() || url.startsWith("jdbc:h2:");
    return new StoreSettings(
        url.isEmpty() ? StoreSettings.embeddedIn(data) : url,
        user.isEmpty() && embedded ? "sa" : user,
        database.text("password", ""),
        database.number("connections", 2, 100, 8));
  }

  private DumpSettings dumps(ConfigSection dumps) {
    return new DumpSettings(
        dumps.folder("folder", base, "dumps"),
        dumps.duration("check_every", "1s", "1d", "30s"),
        dumps.duration("settle", "0s", "1h", "10s"),
        dumps.size("max_size", "32MB"),
        dumps.duration("mail_max_age", "1h", "3650d", "7d"));
  }

  private DigestWishes digest() {
    return sections
        .top()
        .node("digest")
        .flatMap(YamlNode::asMap)
        .map(block -> DigestWishesReader.read(block, DigestWishes.DEFAULT))
        .orElse(DigestWishes.DEFAULT);
  }

  private static OperatorSettings operator(ConfigSection web) {
    String password =
        web.value(
            "admin_password",
            "a password of at least %d characters, what paperboy admin-password prints, or \"\","
                .formatted(AdminPassword.SHORTEST),
            text ->
                text.isEmpty() || AdminPassword.isFit(text) ? Optional.of(text) : Optional.empty(),
            "");
    return new OperatorSettings(
        password, web.choice("mailbox", MailboxAccess.class, MailboxAccess.LOCAL));
  }

  private static WebSettings web(ConfigSection web) {
    return new WebSettings(
        web.word("bind", "the address of a network interface such as 127.0.0.1", "127.0.0.1"),
        web.number("port", 0, 65_535, 8080),
        web.number("proxies", 0, 10, 0),
        web.number("per_minute", 0, 1_000_000, 600),
        web.number("subscriptions_per_hour", 0, 1_000_000, 300));
  }
}

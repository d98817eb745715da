package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSecretsTest {

  private static final Path FILE = Path.of("/srv/paperboy/config.yml");

  private static Config read(String yaml, Map<String, String> environment) throws WrongConfig {
    return ConfigReader.read(yaml, FILE, environment);
  }

  private static String refusal(String yaml, Map<String, String> environment) {
    WrongConfig refused = catchThrowableOfType(WrongConfig.class, () -> read(yaml, environment));
    assertThat(refused).as(yaml).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  @Test
  void variables_are_replaced_anywhere_in_a_value() throws WrongConfig {
    Config config =
        read(
            """
            data: /var/${NAME}/data
            web: {port: "${PORT}"}
            smtp: {host: "${HOST:-mail.example.org}", password: "${PW}"}
            database: {user: "${EMPTY:-reader}"}
            """,
            Map.of("NAME", "pb", "PORT", "9000", "PW", "${NAME}: *x # y", "EMPTY", ""));
    assertThat(config.folders().data()).isEqualTo(Path.of("/var/pb/data"));
    assertThat(config.web().port()).isEqualTo(9000);
    assertThat(config.mailing().smtp().server().host()).isEqualTo("mail.example.org");
    assertThat(config.mailing().smtp().password()).isEqualTo("${NAME}: *x # y");
    assertThat(config.store().user()).isEqualTo("reader");
  }

  @Test
  void a_variable_may_be_kept_in_a_file(@TempDir Path folder) throws IOException, WrongConfig {
    Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
    Map<String, String> environment = Map.of("PW_FILE", secret.toString());
    assertThat(read("smtp: {password: \"${PW}\"}", environment).mailing().smtp().password())
        .isEqualTo("hunter2");
  }

  @Test
  void the_variable_itself_goes_before_its_file() throws WrongConfig {
    Map<String, String> environment = Map.of("PW", "here", "PW_FILE", "/does/not/exist");
    assertThat(read("smtp: {password: \"${PW}\"}", environment).mailing().smtp().password())
        .isEqualTo("here");
  }

  @Test
  void a_variable_that_is_not_set_is_a_problem_that_names_it() {
    assertThat(refusal("smtp:\n  password: ${PW}\n  port: ${PORT}\n", Map.of()))
        .contains(
            "line 2, column 13: Set the environment variable PW, or set PW_FILE to the name of a"
                + " file that holds the value.",
            "  password: ${PW}",
            "Set the environment variable PORT");
  }

  @Test
  void a_variable_file_that_cannot_be_read_is_a_problem() {
    assertThat(refusal("smtp: {password: \"${PW}\"}", Map.of("PW_FILE", "/does/not/exist")))
        .contains("Set PW_FILE to the name of a file that can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "${}", "${A B}", "${A:default}", "${1}", "${A:-${B}}"})
  void what_is_nearly_a_variable_is_a_problem(String text) {
    assertThat(refusal("data: \"" + text + "\"", Map.of("A", "a", "B", "b")))
        .contains("Write a variable as ${NAME} or ${NAME:-default}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base_url",
        "data",
        "mail: {from",
        "mail: {inbox",
        "mail: {transport",
        "smtp: {port",
        "smtp: {host",
        "smtp: {security",
        "smtp: {password",
        "smtp: {read_timeout",
        "dumps: {max_size",
        "digest: {at",
        "digest: {timezone",
        "database: {url",
      })
  void the_value_of_a_variable_stands_in_no_problem(String key) {
    String yaml = key + ": \"${VALUE}\"" + (key.contains("{") ? "}" : "");
    assertThat(refusal(yaml, Map.of("VALUE", "hunter2\nhunter2")))
        .contains("${VALUE}")
        .doesNotContain("hunter2");
    assertThat(refusal(yaml + "\nnew: x", Map.of("VALUE", "hunter2"))).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp:\n  password: hunter2: x\n",
        "smtp:\n  password: \"hunter2\n",
        "smtp:\n  password: \"hunter2\" x\n",
        "smtp:\n  password: *hunter2\n",
        "smtp:\n  password: &hunter2 x\n",
        "smtp:\n  password: [hunter2]\n",
        "smtp:\n  password:\n    - hunter2\n",
        "smtp:\n  password:\n    hunter2\n    hunter2\n",
        "smtp:\n  password: \"a\n\n    hunter2\\q\"\n",
        "smtp:\n  password: |\n    hunter2\n    hunter2\n",
        "smtp: {port: no, password: hunter2}\n",
        "smtp: {\"password\": hunter2, port: no}\n",
        "smtp:\n  pasword: hunter2\n",
        "smtp:\n  passwort: hunter2\n",
        "smtp:\n  Password: hunter2\n",
        "smtp:\n  secret: hunter2\n",
        "smtp:\n  password: a\n  password: hunter2\n",
        "smtp:\n  password: ${PW:-hunter2}:${NOT_SET}\n",
        "smtp:\n  password: ${hunter2 }\n",
        "smtp:\r\n  password: hunter2: x\r\n",
        "smtp:\u0085  password: hunter2: x\u0085",
        "database:\n  url: jdbc:other:x?password=hunter2\n",
        "base_url: https://me:hunter2@example.org\n",
      })
  void a_password_written_in_the_file_stands_in_no_problem(String yaml) {
    assertThat(refusal(yaml, Map.of())).doesNotContain("hunter2").contains("****");
  }

  @Test
  void a_line_without_a_secret_is_quoted_as_written() {
    assertThat(refusal("smtp:\n  password: x\n  port: many  # why\n", Map.of()))
        .contains("    port: many  # why");
  }

  @Test
  void the_configuration_itself_never_shows_a_password() throws WrongConfig {
    Config config = read("smtp: {password: hunter2}\ndatabase: {password: hunter2}", Map.of());
    assertThat(config.toString()).doesNotContain("hunter2");
  }
}

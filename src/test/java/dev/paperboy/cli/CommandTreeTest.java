package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** How the commands are listed and explained, at every level. */
class CommandTreeTest {

  @ParameterizedTest
  @MethodSource("parents")
  void every_list_of_commands_has_one_short_sentence_for_each(CommandLine parent) {
    List<String> list = parent.getHelp().commandList().lines().toList();

    assertThat(list).hasSameSizeAs(parent.getSubcommands().entrySet());
    assertThat(list).allMatch(line -> line.matches("  [a-z-]+ +[A-Z].*\\."), "is a whole sentence");
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_command_explains_itself_in_whole_sentences(CommandLine command) {
    String description = String.join(" ", command.getCommandSpec().usageMessage().description());

    assertThat(description).matches("[A-Z].*[.:]");
    assertThat(help(command)).contains("Usage: " + command.getCommandSpec().qualifiedName());
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_line_of_help_is_wider_than_a_terminal(CommandLine command) {
    assertThat(help(command).lines()).allMatch(line -> line.length() <= 80, "fits in 80 columns");
  }

  @ParameterizedTest
  @MethodSource("topLevel")
  void every_command_of_the_top_level_shows_an_example(CommandLine command) {
    assertThat(help(command)).contains("Example");
  }

  private static String help(CommandLine command) {
    return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  static Stream<Named<CommandLine>> topLevel() {
    return named(Paperboy.commandLine().getSubcommands().values().stream());
  }

  static Stream<Named<CommandLine>> parents() {
    return named(
        withDescendants(Paperboy.commandLine())
            .filter(command -> !command.getSubcommands().isEmpty()));
  }

  static Stream<Named<CommandLine>> all() {
    return named(withDescendants(Paperboy.commandLine()));
  }

  private static Stream<Named<CommandLine>> named(Stream<CommandLine> commands) {
    return commands.map(command -> Named.of(command.getCommandSpec().qualifiedName(), command));
  }

  private static Stream<CommandLine> withDescendants(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandTreeTest::withDescendants));
  }
}

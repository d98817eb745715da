package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  @TempDir Path folder;

  @Test
  void the_packaged_templates_pass_the_check() {
    assertThatCode(() -> renderer().check()).doesNotThrowAnyException();
  }

  @Test
  void a_file_in_the_operators_folder_wins_and_the_others_come_from_the_program()
      throws IOException {
    write("digest.subject.ftl", "Zeitung vom ${date.iso}: ${sections?size}\n\n");

    RenderedMail mail = renderer().render(TestDigests.rich(), TestDigests.reader(Format.HTML));

    assertThat(mail.subject()).isEqualTo("Zeitung vom 2025-12-05: 3");
    assertThat(mail.html()).contains("<title>Zeitung vom 2025-12-05: 3</title>");
  }

  @Test
  void an_edited_template_is_used_after_the_next_check_and_not_in_the_middle_of_a_run()
      throws IOException {
    write("digest.subject.ftl", "One");
    DigestRenderer renderer = renderer();
    assertThat(renderer.render(TestDigests.rich(), TestDigests.reader(Format.TEXT)).subject())
        .isEqualTo("One");

    write("digest.subject.ftl", "Two");
    assertThat(renderer.render(TestDigests.rich(), TestDigests.reader(Format.TEXT)).subject())
        .isEqualTo("One");
    renderer.check();
    assertThat(renderer.render(TestDigests.rich(), TestDigests.reader(Format.TEXT)).subject())
        .isEqualTo("Two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "digest.subject.ftl | ${head.titel}                            | line 2, column 3 | \"head.titel\" has no value",
        "digest.txt.ftl     | <#if more gt 0>                          | line 2           | ",
        "digest.html.ftlh   | ${sections}                              | line 2, column 3 | sequence",
        "digest.html.ftlh   | <#list sections as s>${s.nme}</#list>    | line 2, column 24 | \"s.nme\"",
        "digest.html.ftlh   | <#import \"gone.ftlh\" as gone>          | line 2, column 1 | gone.ftlh",
        "digest.html.ftlh   | ${\"freemarker.template.utility.Execute\"?new()} | line 2    | not allowed",
        "digest.html.ftlh   | ${head?api.class}                        | line 2, column 3 | ?api",
        "digest.html.ftlh   | ${head.class.forName(\"java.lang.Runtime\")} | line 2        | head.class",
        "mail.macros.ftlh   | <#macro paper>                           | line 2           | macro"
      })
  void a_broken_template_is_named_with_its_place_and_one_sentence(
      String file, String mistake, String place, String what) throws IOException {
    write(file, "\n" + mistake + "\n");

    assertThatThrownBy(() -> renderer().check())
        .isInstanceOf(BrokenTemplate.class)
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .startsWith("The template " + file + " is broken at " + place)
                    .contains(what == null ? "" : what)
                    .doesNotContain("\n", "----", "\tat ", "FTL stack")
                    .hasSizeLessThan(420));
  }

  @Test
  void a_template_that_calls_itself_without_end_is_broken() throws IOException {
    write("digest.txt.ftl", "<#macro m><@m/></#macro><@m/>");

    assertThatThrownBy(() -> renderer().check()).isInstanceOf(BrokenTemplate.class);
  }

  @Test
  void a_template_that_makes_every_mail_too_large_is_refused() throws IOException {
    write("digest.html.ftlh", "<p>" + "x".repeat(95_000) + "</p>");

    assertThatThrownBy(() -> renderer().check())
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining("90 KB");
  }

  @Test
  void a_template_cannot_leave_its_folder() throws IOException {
    Files.writeString(folder.resolve("../outside.ftl"), "secret");
    write("digest.subject.ftl", "<#include \"../outside.ftl\">");

    assertThatThrownBy(() -> renderer().check()).isInstanceOf(BrokenTemplate.class);
    Files.delete(folder.resolve("../outside.ftl"));
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private DigestRenderer renderer() {
    return new DigestRenderer(new Templates(folder), TestDigests.sender());
  }
}

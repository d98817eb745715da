package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links to the other languages, at the foot of every page. */
class LanguageLinksTest {

  @TempDir static Path folder;
  private static Site site;

  @BeforeAll
  static void open() {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, ?lang=de",
    "/search?q=graph+networks&page=2, ?q=graph+networks&page=2&lang=de",
    "/search?lang=en&q=a%26b%3D%22%3Cb%3E, ?q=a%26b%3D%22%3Cb%3E&lang=de",
    "/editions, ?lang=de",
    "/editions?before=7, ?before=7&lang=de",
    "/editions?before=x, ?lang=de"
  })
  void lead_to_the_same_page_in_another_language(String path, String link) {
    assertThat(languages(site.get(path)).eachAttr("href")).containsExactly(link);
  }

  @Test
  void are_not_there_where_a_form_is_answered_that_no_link_could_send_again() {
    HttpResponse<String> answer = site.post("/subscribe", Site.FORM, "email=x&topics=y");

    assertThat(languages(answer)).isEmpty();
  }

  private static Elements languages(HttpResponse<String> answer) {
    return Site.page(answer).select("footer nav a");
  }
}

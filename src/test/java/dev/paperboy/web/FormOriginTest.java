package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormOriginTest extends ReaderSite {

  FormOriginTest() {
    super("interests: [robotics]\n", Purpose.INTERESTS);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example.net",
    "Origin, http://papers.example.org",
    "Origin, https://papers.example.org:8443",
    "Origin, https://papers.example.org.evil.example.net",
    "Origin, not an origin",
    "Origin, ''"
  })
  void a_form_of_another_site_is_refused(String header, String value) {
    HttpResponse<String> answer = site.save(link, "interests: [vision]\n", header, value);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Site.page(answer).select("h1").text()).isEqualTo("This form came from another site");
    assertThat(site.reread(reader)).isEqualTo(reader);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin",
    "Sec-Fetch-Site, none",
    "Origin, https://papers.example.org",
    "Origin, https://PAPERS.example.org:443",
    "Origin, null"
  })
  void our_own_form_is_taken(String header, String value) {
    assertThat(site.save(link, "interests: [vision]\n", header, value).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"same-origin, 200", "cross-site, 403"})
  void what_the_browser_says_of_the_sender_counts_more_than_the_sender_s_name(
      String site, int status) {
    HttpResponse<String> answer =
        this.site.save(
            link,
            "interests: [vision]\n",
            "Sec-Fetch-Site",
            site,
            "Origin",
            status == 200 ? "http://127.0.0.1:8080" : "https://papers.example.org");

    assertThat(answer.statusCode()).isEqualTo(status);
  }
}

package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivIdTest {

  @ParameterizedTest
  @CsvSource({
    "2608.13558, 2608.13558",
    "2608.13558v12, 2608.13558",
    "0704.0001, 0704.0001",
    "https://huggingface.co/papers/2410.05434, 2410.05434",
    "https://arxiv.org/pdf/2410.05434v2.pdf, 2410.05434",
    "oai:arXiv.org:2203.01250v3, 2203.01250",
    "https://doi.org/10.48550/arXiv.2203.01250, 2203.01250",
    "see arXiv:2203.01250., 2203.01250",
    "hep-ex/0307015, hep-ex/0307015",
    "http://arxiv.org/abs/hep-ex/0307015v1, hep-ex/0307015",
    "math.GT/0309136, math/0309136",
  })
  void an_id_is_found_without_its_version(String text, String id) {
    assertThat(ArxivId.in(text)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2613.12345",
        "2600.12345",
        "2608.1355",
        "1401.12345",
        "2608.135588",
        "12608.13558",
        "2608.13558.1",
        "1.2608.13558",
        "x2608.13558",
        "2608.13558-1",
        "2608.13558v1x",
        "foo/0307015",
        "hep-ex/0313015",
        "hep-ex/030701",
        "version 2608,13558"
      })
  void what_only_resembles_an_id_is_none(String text) {
    assertThat(ArxivId.in(text)).isEmpty();
  }
}

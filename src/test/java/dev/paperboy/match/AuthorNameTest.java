package dev.paperboy.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yoshua Bengio      | Yoshua Bengio",
        "Yoshua Bengio      | Y. Bengio",
        "Y. Bengio          | Yoshua Bengio",
        "Bengio             | Yoshua Bengio",
        "Bengio, Yoshua     | Yoshua Bengio",
        "bengio, y          | Yoshua Bengio",
        "Jose Garcia        | José García",
        "José García        | Jose Garcia",
        "Christopher Manning | Christopher D. Manning",
        "Christopher D. Manning | Christopher Manning",
        "C. D. Manning      | Christopher D. Manning",
        "Jean-Yves Tadie    | J.-Y. Tadié",
        "Xiaoming Li        | Xiao-Ming Li",
        "Laurens van der Maaten | L. van der Maaten",
        "van der Maaten     | van der Maaten",
        "Sammy Davis Jr.    | Sammy Davis",
        "Conan O'Brien      | Conan O’Brien",
        "张伟                | 张伟"
      })
  void the_same_person_however_the_name_is_written(String wanted, String author) {
    assertThat(AuthorName.of(wanted).meets(AuthorName.of(author))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yoshua Bengio   | Samy Bengio",
        "Y. Bengio       | S. Bengio",
        "Yoshua Bengio   | Bengio",
        "Yoshua Bengio   | Yoshua Bengioni",
        "Wei Zhang       | Zhang Wei",
        "D. Manning      | Christopher D. Manning",
        "Anna B. Lee     | Anna C. Lee",
        "...             | Yoshua Bengio",
        "...             | ..."
      })
  void other_people_stay_other_people(String wanted, String author) {
    assertThat(AuthorName.of(wanted).meets(AuthorName.of(author))).isFalse();
  }
}

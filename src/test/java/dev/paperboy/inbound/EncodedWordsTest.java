package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain                                            | plain
          =?UTF-8?Q?caf=C3=A9?=                            | café
          =?utf-8?b?Y2Fmw6k=?=                             | café
          =?iso-8859-1?q?caf=E9_au_lait?=                  | café au lait
          =?UTF-8?Q?caf=C3?= =?UTF-8?Q?=A9?=               | café
          =?UTF-8?B?Y2Fmww==?=  =?UTF-8?Q?=A9?=            | café
          =?utf-8*en?Q?caf=C3=A9?=                         | café
          Re: =?UTF-8?Q?caf=C3=A9?= today                  | Re: café today
          =?UTF-8?Q?a?= =?iso-8859-1?Q?b?=                 | ab
          a =?UTF-8?Q?b?= c =?UTF-8?Q?d?=                  | a b c d
          =?UTF-8?Q?a                                      | =?UTF-8?Q?a
          =?UTF-8?X?a?=                                    | =?UTF-8?X?a?=
          =?x-none?Q?a=E9?=                                | aé
          =?UTF-8?Q?50=?=                                  | 50=
          """)
  void they_are_read_as_people_see_them(String field, String text) {
    assertThat(EncodedWords.decode(field)).isEqualTo(text);
  }
}

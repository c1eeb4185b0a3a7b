package tenbin.nouns.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
  @ParameterizedTest
  @CsvSource({
    "Example.COM., example.com",
    "日本語.example, xn--wgv71a119e.example",
    "_dmarc.example.jp, _dmarc.example.jp",
  })
  void a_name_becomes_lower_case_a_labels(String text, String ascii) {
    assertThat(HostName.parse(text)).hasToString(ascii);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..b", "-a.example", "a-.example", "a b", "a/b", "é\u0000"})
  void what_is_no_name_is_refused(String text) {
    assertThat(HostName.tryParse(text)).isEmpty();
  }

  @Test
  void a_name_lies_within_its_domain_but_not_within_one_that_only_ends_alike() {
    HostName domain = HostName.parse("aoi.example");
    assertThat(HostName.parse("www.aoi.example").isWithin(domain)).isTrue();
    assertThat(domain.isWithin(domain)).isTrue();
    assertThat(HostName.parse("evilaoi.example").isWithin(domain)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"64496, 64496", "AS64496, 64496", "as1.10, 65546", "4294967295, 4294967295"})
  void as_numbers_are_read_in_every_form(String text, long number) {
    assertThat(Asn.parse(text).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AS", "-1", "4294967296", "1.65536", "x", "1.2.3"})
  void what_is_no_as_number_is_refused(String text) {
    assertThat(Asn.tryParse(text)).isEmpty();
  }
}

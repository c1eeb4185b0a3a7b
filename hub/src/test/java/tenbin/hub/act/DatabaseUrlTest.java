package tenbin.hub.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.spine.storage.Database;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql://u@h/n, postgresql://u:p%40%2F%20x@h/n",
    "postgresql://u:old@h:99/n?ssl=true, postgresql://u:p%40%2F%20x@h:99/n?ssl=true",
    "jdbc:postgresql://h/n, jdbc:postgresql://h/n?password=p%40%2F%20x",
    "jdbc:postgresql://h/n?user=u&password=old, jdbc:postgresql://h/n?user=u&password=p%40%2F%20x",
    "jdbc:postgresql://h/n?password=old&user=u, jdbc:postgresql://h/n?user=u&password=p%40%2F%20x",
  })
  void a_password_is_put_in_where_the_driver_reads_it(String url, String with) {
    assertThat(DatabaseUrl.withPassword(url, "p@/ x")).isEqualTo(with);
    assertThat(DatabaseUrl.tellsPassword(with)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postgresql://u@h/n", "postgresql://h:5432/n", "jdbc:postgresql://h/n?user=u"})
  void an_address_without_a_password_is_nothing_to_warn_of(String url) {
    assertThat(DatabaseUrl.tellsPassword(url)).isFalse();
  }

  @Test
  void what_is_no_address_is_refused_without_repeating_the_password() {
    for (String url :
        new String[] {"postgresql://u:s3cret@h ost/n", "jdbc:mysql://h/n?password=s3cret"}) {
      assertThatThrownBy(() -> Database.open(url))
          .satisfies(failed -> {
            for (Throwable each = failed; each != null; each = each.getCause()) {
              assertThat(String.valueOf(each)).doesNotContain("s3cret");
            }
          });
    }
  }
}

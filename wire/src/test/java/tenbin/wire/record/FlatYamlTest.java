package tenbin.wire.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatYamlTest {
  /** The fuzz found the first: the library throws a NumberFormatException of the language's own. */
  @Test
  void an_escape_that_the_text_cuts_or_no_character_has_is_no_yaml_and_read_line_by_line() {
    for (String escape : List.of("\\u", "\\u00", "\\U0011", "\\UFFFFFFFF", "\\x")) {
      assertThat(FlatYaml.read("Source: 192.0.2.5\nNote: \"" + escape))
          .as(escape)
          .containsExactly(Map.of("Source", "192.0.2.5", "Note", "\"" + escape));
    }
  }
}

package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tenbin.desks.routes.session.Stance;

/** The word of a feed's line that says what we are to a neighbour. */
class FeedLineRoleTest {
  private static final String LINE = "127.0.0.1:1790 64500 10.0.0.1 127.0.0.2 ";

  private static FeedLine.Bgp read(String rest) {
    return (FeedLine.Bgp) FeedLine.parse("member:aozora", "bgp", LINE + rest);
  }

  @Test
  void a_role_may_stand_behind_the_neighbour() {
    assertThat(read("64502").stance()).isEmpty();
    assertThat(read("64502 role=customer").stance()).hasValue(Stance.parse("customer"));
    assertThat(read("64502 role=rs-client,strict").stance())
        .hasValue(Stance.parse("rs-client,strict"));
  }

  @Test
  void what_is_no_role_is_said() {
    assertThatThrownBy(() -> read("64502 role=friend"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such role: friend");
    assertThatThrownBy(() -> read("64500 role=peer"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RFC 9234");
  }
}

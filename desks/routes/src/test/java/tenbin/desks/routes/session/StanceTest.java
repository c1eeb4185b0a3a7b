package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.Open;

/** Which roles go with which (RFC 9234 section 4.2). */
class StanceTest {
  private static Open open(int... roles) {
    List<Capability> all = new ArrayList<>();
    for (int each : roles) {
      all.add(new Capability.Role(each));
    }
    return new Open(new Asn(64_496), 90, Address.parse("192.0.2.1"), all);
  }

  private static List<Integer> taken(String ours) {
    List<Integer> taken = new ArrayList<>();
    for (int number = 0; number < 256; number++) {
      if (Stance.parse(ours).mismatch(open(number)).isEmpty()) {
        taken.add(number);
      }
    }
    return taken;
  }

  /** Numbers of the registry: 0 provider, 1 RS, 2 RS-client, 3 customer, 4 peer. */
  @Test
  void each_role_goes_with_one_other() {
    assertThat(taken("provider")).containsExactly(3);
    assertThat(taken("customer")).containsExactly(0);
    assertThat(taken("rs")).containsExactly(2);
    assertThat(taken("rs-client")).containsExactly(1);
    assertThat(taken("peer")).containsExactly(4);
  }

  @Test
  void who_says_nothing_is_taken_but_for_strict_mode() {
    assertThat(Stance.parse("customer").mismatch(open())).isEmpty();
    assertThat(Stance.parse("customer,strict").mismatch(open())).isPresent();
    assertThat(Stance.parse("customer,strict").mismatch(open(0))).isEmpty();
  }

  @Test
  void the_same_role_twice_is_one_and_two_different_ones_are_none() {
    assertThat(Stance.parse("customer").mismatch(open(0, 0))).isEmpty();
    assertThat(Stance.parse("customer").mismatch(open(0, 3)))
        .hasValueSatisfying(why -> assertThat(why).contains("several roles"));
  }

  @Test
  void it_is_read_as_it_is_written() {
    for (Role each : Role.values()) {
      assertThat(Stance.parse(each.toString()).ours()).isEqualTo(each);
      assertThat(Stance.parse(each + ",strict")).hasToString(each + ",strict");
      assertThat(each.other().other()).isEqualTo(each);
    }
    assertThatThrownBy(() -> Stance.parse("friend"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such role: friend");
  }
}

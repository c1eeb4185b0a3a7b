package tenbin.balance.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Obligation.Duty;

class ObligationTest {
  @Test
  void every_obligation_is_read_back_from_what_it_is_written_as() {
    for (Duty duty : Duty.values()) {
      for (Obligation each : Set.of(Obligation.of(duty), new Obligation(duty, "P30D"))) {
        assertThat(Obligation.tryParse(each.toString())).contains(each);
      }
    }
    assertThat(new Obligation(Duty.DELETE_AFTER, "P30D")).hasToString("delete-after(P30D)");
    assertThat(Obligation.of(Duty.NO_ONWARD)).hasToString("no-onward");
  }

  @Test
  void what_is_no_duty_of_the_closed_list_is_none() {
    assertThat(Obligation.tryParse("forget-it")).isEmpty();
    assertThat(Obligation.tryParse("delete-after(P30D")).isEmpty();
    assertThat(Obligation.tryParse("(P30D)")).isEmpty();
    assertThat(Obligation.tryParse("")).isEmpty();
  }

  @Test
  void obligations_are_ordered_by_the_closed_list_and_then_by_what_they_are_of() {
    Obligation month = new Obligation(Duty.DELETE_AFTER, "P30D");
    Obligation week = new Obligation(Duty.DELETE_AFTER, "P7D");
    Obligation encrypt = Obligation.of(Duty.ENCRYPT);
    assertThat(month).isLessThan(week).isLessThan(encrypt).isEqualByComparingTo(month);
    assertThat(encrypt).isGreaterThan(week);
  }

  @Test
  void who_may_be_told_on_is_said_in_both_languages() {
    Obligation route = Obligation.onward(Obligation.Onward.ROUTE);
    assertThat(route.english()).isEqualTo("Pass it on along the recorded route only.");
    assertThat(route.japanese()).isEqualTo("記録された経路に沿ってのみ渡すこと。");
    Obligation named = new Obligation(Duty.ONWARD_ONLY, "acme");
    assertThat(named.english()).isEqualTo("Pass it on to acme only.");
    Obligation notAnOnward = new Obligation(Duty.DELETE_AFTER, "route");
    assertThat(notAnOnward.english()).isEqualTo("Delete it after route.");
  }
}

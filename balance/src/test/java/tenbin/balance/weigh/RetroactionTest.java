package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Category;

/** As known then and as of now (DISCLOSURE section 4, case 27). */
class RetroactionTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Ground EXTENDED_LATE =
      Ground.of("statute")
          .term(new Term(List.of(new Span(MAY, Instant.MAX, JULY)), Optional.empty(), List.of()));

  private static Situation row(Ground ground) {
    return Situation.plain().row("source", Category.C2).basis(ground);
  }

  @Test
  void what_was_extended_later_was_no_permission_then() {
    Situation then = row(EXTENDED_LATE);
    assertThat(then.weigh().effect()).isEqualTo(Effect.DENY);
    assertThat(then.codes("source")).contains(Code.NOT_ON_RECORD);
    assertThat(then.weigh().byRetroaction()).isFalse();
  }

  @Test
  void looked_at_from_later_on_it_is_permitted_by_retroaction() {
    Weighing now = row(EXTENDED_LATE).when(World.NOW, JULY).weigh();
    assertThat(now.effect()).isEqualTo(Effect.PERMIT);
    assertThat(now.byRetroaction()).isTrue();
    assertThat(now.of("source").orElseThrow().word()).isEqualTo("FULL");
  }

  @Test
  void what_was_permitted_then_too_is_so_by_no_retroaction() {
    Weighing now = row(Ground.of("statute")).when(World.NOW, JULY).weigh();
    assertThat(now.effect()).isEqualTo(Effect.PERMIT);
    assertThat(now.byRetroaction()).isFalse();
  }

  @Test
  void what_is_not_permitted_now_either_is_so_by_no_retroaction() {
    Weighing now = row(Ground.of("statute").recipient("far")).when(World.NOW, JULY).weigh();
    assertThat(now.effect()).isEqualTo(Effect.DENY);
    assertThat(now.byRetroaction()).isFalse();
  }

  @Test
  void before_it_was_recorded_nothing_of_it_is_known() {
    assertThat(row(EXTENDED_LATE).when(World.NOW, MAY).weigh().effect()).isEqualTo(Effect.DENY);
  }
}

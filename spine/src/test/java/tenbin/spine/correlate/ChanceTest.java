package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ChanceTest {
  @Test
  void a_poisson_tail_is_what_summing_the_terms_below_leaves() {
    for (double mean : new double[] {0.3, 1, 4, 12}) {
      for (int k = (int) mean + 1; k < mean + 4; k++) {
        double term = Math.exp(-mean);
        double below = 0;
        for (int i = 0; i < k; i++) {
          below += term;
          term *= mean / (i + 1);
        }
        assertThat(Chance.atLeast(k, mean))
            .as("at least %d of %f", k, mean)
            .isCloseTo(-Math.log10(1 - below), within(1e-4));
      }
    }
  }

  @Test
  void many_where_few_are_expected_is_a_large_finite_number() {
    assertThat(Chance.atLeast(500, 1e-9)).isFinite().isGreaterThan(1_000);
    assertThat(Chance.atLeast(3, 10)).isZero();
    assertThat(Chance.atLeast(0, 0)).isZero();
  }

  @Test
  void expecting_more_makes_it_likelier() {
    for (int k = 2; k < 40; k++) {
      assertThat(Chance.atLeast(k, 0.5)).isGreaterThan(Chance.atLeast(k, 1.5));
      assertThat(Chance.atLeast(k + 1, 1)).isGreaterThan(Chance.atLeast(k, 1));
    }
  }
}

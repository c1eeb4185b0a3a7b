package tenbin.spine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/** Decision 2, for whom a sighting counts, case by case. */
final class WitnessTest {
  private static final MemberId SECRETARIAT = new MemberId("secretariat");
  private static final MemberId ALPHA = new MemberId("alpha-net");
  private static final MemberId BETA = new MemberId("beta-net");
  private static final Attribution OF_BETA =
      new Attribution(new Responsible.OfMember(BETA), new Evidence.None("made up here"));

  private static final Way.CircleRules CIRCLE =
      new Way.CircleRules() {
        @Override
        public Tlp unmarked() {
          return Tlp.AMBER;
        }

        @Override
        public boolean isSecretariat(MemberId member) {
          return member.equals(SECRETARIAT);
        }
      };

  private static Optional<MemberId> witness(MemberId holder, Attribution attribution, Tlp marking) {
    return Witness.of(holder, attribution, marking, CIRCLE);
  }

  @Test
  void a_members_own_sighting_is_its_own_whomever_it_concerns() {
    assertThat(witness(ALPHA, OF_BETA, Tlp.AMBER)).contains(ALPHA);
    assertThat(witness(ALPHA, Attribution.NOT_COVERED, Tlp.AMBER)).contains(ALPHA);
  }

  @Test
  void a_feed_of_the_secretariat_counts_for_the_member_in_whose_network_it_was_seen() {
    assertThat(witness(SECRETARIAT, OF_BETA, Tlp.AMBER)).contains(BETA);
  }

  @Test
  void a_row_of_the_secretariat_that_concerns_no_member_counts_for_nobody() {
    assertThat(witness(SECRETARIAT, Attribution.NOT_COVERED, Tlp.AMBER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void only_what_is_marked_red_counts_for_nobody(Tlp marking) {
    assertThat(witness(ALPHA, OF_BETA, marking).isEmpty()).isEqualTo(marking == Tlp.RED);
    assertThat(witness(SECRETARIAT, OF_BETA, marking).isEmpty()).isEqualTo(marking == Tlp.RED);
  }
}

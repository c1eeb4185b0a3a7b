package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;

/** What shuts, where else one can turn, and what has to be done because it was asked. */
class ForbidTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Condition FOREIGN =
      new Condition(Condition.Who.ITEM, "origin", Set.of("abroad"));

  private static Situation row() {
    return Situation.plain().row("source", Category.C2).basis(Ground.of("clause"));
  }

  private static Forbid forbid(Ground reach, Term term, Condition... conditions) {
    return new Forbid(
        "lawyers",
        reach.scope(),
        Set.of(),
        List.of(conditions),
        term,
        "the statutory procedure",
        "note the asking");
  }

  @Test
  void a_forbid_wins_over_every_basis_and_says_where_else_to_turn() {
    Weighing answer = row().forbid(forbid(Ground.of("all"), Term.always())).weigh();
    assertThat(answer.effect()).isEqualTo(Effect.DENY);
    assertThat(answer.pointers()).containsExactly("the statutory procedure");
    assertThat(answer.tasks()).containsExactly("note the asking");
    assertThat(answer.of("source").orElseThrow().whys())
        .contains(Why.of(Code.FORBIDDEN, "lawyers", "the statutory procedure"));
  }

  @Test
  void a_forbid_that_does_not_reach_the_question_says_nothing() {
    for (Ground elsewhere :
        List.of(
            Ground.of("x").purposes(Purpose.RESEARCH),
            Ground.of("x").acts(Act.BLOCK),
            Ground.of("x").givers(Parties.named(new PartyId("far"))),
            Ground.of("x").recipient("far"),
            Ground.of("x").subjects(Parties.named(new PartyId("client-b"))))) {
      Situation asked = row().about("client").forbid(forbid(elsewhere, Term.always()));
      assertThat(asked.goes("source")).isTrue();
      assertThat(asked.weigh().pointers()).isEmpty();
      assertThat(asked.weigh().tasks()).isEmpty();
    }
    Situation past = row().forbid(forbid(Ground.of("x"), Term.of(MAY, MAY.plusSeconds(1))));
    assertThat(past.goes("source")).isTrue();
    assertThat(past.weigh().tasks()).isEmpty();
  }

  @Test
  void a_forbid_whose_condition_cannot_be_told_forbids() {
    Forbid foreign = forbid(Ground.of("x"), Term.always(), FOREIGN);
    assertThat(row().forbid(foreign).goes("source")).isFalse();
    assertThat(row().forbid(foreign).trait("origin", "abroad").goes("source")).isFalse();
    assertThat(row().forbid(foreign).trait("origin", "here").goes("source")).isTrue();
  }

  @Test
  void a_forbid_of_one_kind_of_basis_shuts_those_and_leaves_others() {
    Situation no =
        Situation.plain()
            .row("source", Category.C2)
            .forbid("no-clauses", Ground.of("x"), Kind.CONTRACT_CLAUSE);
    assertThat(no.basis(Ground.of("clause")).goes("source")).isFalse();
    assertThat(no.codes("source")).contains(Code.FORBIDDEN);
    assertThat(no.basis(Ground.of("statute").kind(Kind.STATUTE)).weigh().bases())
        .containsExactly("statute");
    Situation other =
        Situation.plain()
            .row("source", Category.C2)
            .row("time", Category.C2)
            .basis(Ground.of("clause"))
            .forbid("no-clauses", Ground.of("x").fields("time"), Kind.CONTRACT_CLAUSE);
    assertThat(other.told()).containsOnlyKeys("source");
  }

  @Test
  void a_ground_that_ended_leaves_its_holder_the_task_that_it_names() {
    Ground ended =
        Ground.of("arrangement")
            .term(
                new Term(
                    List.of(new Span(MAY, World.NOW, MAY)), java.util.Optional.empty(), List.of()))
            .whenEnded("notify the authority");
    assertThat(tasks(ended)).containsExactly("notify the authority");
    Ground revoked =
        Ground.of("arrangement")
            .term(Term.always().endedBy(new Term.End(MAY, MAY)))
            .whenEnded("notify the authority");
    assertThat(tasks(revoked)).containsExactly("notify the authority");
    Ground left =
        Ground.adopted("arrangement", Grant.Adopted.Adopter.HOLDER)
            .whenEnded("notify the authority");
    assertThat(tasks(left)).containsExactly("notify the authority");
    Ground unmet =
        Ground.of("arrangement")
            .when(Condition.Who.HOLDER, "carrier", "yes")
            .whenEnded("notify the authority");
    assertThat(tasks(unmet)).containsExactly("notify the authority");
  }

  @Test
  void a_ground_that_lives_or_that_would_not_have_reached_it_leaves_no_task() {
    Ground lives = Ground.of("arrangement").whenEnded("notify the authority");
    assertThat(tasks(lives)).isEmpty();
    Ground elsewhere =
        Ground.of("arrangement")
            .recipient("far")
            .term(Term.of(MAY, World.NOW))
            .whenEnded("notify the authority");
    assertThat(tasks(elsewhere)).isEmpty();
    Ground others = Ground.of("arrangement").recipient("far").whenEnded("notify the authority");
    assertThat(tasks(others)).isEmpty();
    assertThat(tasks(Ground.of("arrangement").term(Term.of(MAY, World.NOW)))).isEmpty();
  }

  private static Iterable<String> tasks(Ground ground) {
    return Situation.plain().row("source", Category.C2).basis(ground).weigh().tasks();
  }

  @Test
  void an_unknown_purpose_gets_nothing_but_a_pointer() {
    Forbid no = forbid(Ground.of("all"), Term.always());
    Question question = row().forbid(no).question();
    Question unknown =
        new Question(
            question.matter(),
            question.giver(),
            question.recipient(),
            "",
            java.util.Optional.empty(),
            question.act(),
            question.channel(),
            question.when(),
            List.of(),
            List.of());
    Weighing answer = new Weigher(row().forbid(no).policy()).weigh(unknown);
    assertThat(answer.effect()).isEqualTo(Effect.DENY);
    assertThat(answer.whys()).containsExactly(Why.of(Code.PURPOSE_UNKNOWN));
    assertThat(answer.of("source").orElseThrow().whys())
        .containsExactly(Why.of(Code.PURPOSE_UNKNOWN));
  }

  @Test
  void the_nearest_dozen_of_grounds_is_named_those_meant_for_these_parties_first() {
    Situation many = Situation.plain().row("source", Category.C2);
    for (int i = 0; i < 30; i++) {
      many.basis(Ground.of("a%02d".formatted(i)).recipient("far"));
    }
    many.basis(
        Ground.of("y").recipient("far").purposes(Purpose.RESEARCH),
        Ground.of("z").term(Term.of(MAY, World.NOW)),
        Ground.of("w").fields("time").evidence(""),
        Ground.of("v").evidence(" "));
    List<Why> near =
        many.weigh().of("source").orElseThrow().whys().stream()
            .filter(why -> why.code() != Code.NO_BASIS)
            .toList();
    assertThat(near)
        .hasSize(12)
        .contains(Why.of(Code.ENDED, "z"), Why.of(Code.NO_EVIDENCE, "v"))
        .contains(Why.of(Code.OTHER_RECIPIENT, "a00", "near"))
        .noneMatch(why -> why.about().contains("y"))
        .noneMatch(why -> why.about().contains("w"));
  }

  @Test
  void a_refusal_is_named_beside_a_dozen_of_others() {
    Situation many =
        Situation.plain()
            .row("source", Category.C2)
            .basis(Ground.of("clause"))
            .forbid("no-clauses", Ground.of("x"), Kind.CONTRACT_CLAUSE);
    for (int i = 0; i < 30; i++) {
      many.basis(Ground.of("a%02d".formatted(i)).recipient("far"));
    }
    assertThat(many.weigh().of("source").orElseThrow().whys())
        .filteredOn(why -> why.code() != Code.NO_BASIS)
        .hasSize(13)
        .contains(Why.of(Code.FORBIDDEN, "no-clauses", ""));
  }
}

package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Scope;
import tenbin.nouns.consent.Purpose;

/** The properties of DISCLOSURE section 10 on random worlds. */
class WeigherPropertiesTest {
  /** Fewer for mutation testing, which asks the same worlds for each mutant. */
  private static final int IN_THE_BUILD = Integer.getInteger("tenbin.worlds", 20_000);

  private static final int NIGHTLY = 1_000_000;
  private static final long SEED = 20261121;

  private int permitted;
  private int partly;
  private int asked;

  @Test
  void the_algebra_holds_on_twenty_thousand_random_worlds() {
    run(SEED, IN_THE_BUILD);
    assertWorldsAreNotTrivial(IN_THE_BUILD);
  }

  @Test
  @Tag("nightly")
  void the_algebra_holds_on_a_million_random_worlds() {
    run(System.currentTimeMillis(), NIGHTLY);
    assertWorldsAreNotTrivial(NIGHTLY);
  }

  private void run(long first, int worlds) {
    System.out.println("random worlds from seed " + first);
    IntStream.range(0, worlds).forEach(i -> check(first + i));
  }

  /** Worlds in which everything is refused would prove nothing. */
  private void assertWorldsAreNotTrivial(int worlds) {
    System.out.printf("permitted %d, partly %d, asked %d%n", permitted, partly, asked);
    assertThat(permitted).isGreaterThan(worlds / 20);
    assertThat(partly).isGreaterThan(worlds / 50);
    assertThat(asked).isGreaterThan(worlds / 50);
  }

  private void check(long seed) {
    World world = new World(seed);
    PolicySet.Parts parts = world.parts();
    PolicySet policy = new PolicySet(parts);
    Question question = world.question();
    Weigher weigher = new Weigher(policy);
    Weighing answer = weigher.weigh(question);
    count(answer);
    String where = "seed " + seed;
    List<Weigher.Allowed> allowed = weigher.allowed(question);
    allowedIsWhatEveryCombinationSays(policy, question, allowed, where);
    theChoiceLiesInAllowed(answer, allowed, where);
    withoutBasesNothingGoes(parts, question, where);
    lessGroundsOnlyShrink(parts, question, allowed, world, where);
    anUnrelatedBasisChangesNothing(parts, question, answer, where);
    theOrderOfRulesChangesNothing(parts, question, answer, seed, where);
    whatIsHeldIsNeverJoined(policy, question, answer, where);
  }

  private void count(Weighing answer) {
    permitted += answer.effect() == Effect.PERMIT ? 1 : 0;
    asked += answer.effect() == Effect.ASK ? 1 : 0;
    boolean mixed =
        answer.effect() == Effect.PERMIT
            && answer.weights().stream().anyMatch(weight -> !weight.isPermitted());
    partly += mixed ? 1 : 0;
  }

  private static void allowedIsWhatEveryCombinationSays(
      PolicySet policy, Question question, List<Weigher.Allowed> allowed, String where) {
    for (Weigher.Allowed group : allowed) {
      List<int[]> every = new Naive(policy, question, group.parts()).combinations();
      Weigher.Allowed naive = new Weigher.Allowed(group.parts(), every);
      assertThat(group.levels()).as(where).allMatch(naive::contains);
      assertThat(every).as(where).allMatch(group::contains);
    }
  }

  private static void theChoiceLiesInAllowed(
      Weighing answer, List<Weigher.Allowed> allowed, String where) {
    for (Weigher.Allowed group : allowed) {
      int[] chosen = group.parts().stream().mapToInt(part -> levelOf(answer, part)).toArray();
      assertThat(group.contains(chosen)).as(where).isTrue();
    }
  }

  private static int levelOf(Weighing answer, Part part) {
    return answer.weights().stream()
        .filter(weight -> weight.part().equals(part))
        .mapToInt(Weight::level)
        .findFirst()
        .orElseThrow();
  }

  private static void withoutBasesNothingGoes(
      PolicySet.Parts parts, Question question, String where) {
    Weighing answer = new Weigher(new PolicySet(parts.withBases(List.of()))).weigh(question);
    assertThat(answer.weights()).as(where).noneMatch(Weight::isPermitted);
    assertThat(answer.effect()).as(where).isNotEqualTo(Effect.PERMIT);
  }

  private static void lessGroundsOnlyShrink(
      PolicySet.Parts parts,
      Question question,
      List<Weigher.Allowed> allowed,
      World world,
      String where) {
    var forbids = new ArrayList<>(parts.forbids());
    forbids.add(world.extraForbid());
    assertShrunk(parts.withForbids(forbids), question, allowed, where + " with a forbid");
    if (!parts.bases().isEmpty()) {
      int which = world.next(parts.bases().size());
      var fewer = new ArrayList<>(parts.bases());
      Basis out = fewer.remove(which);
      if (!everRefused(out)) {
        assertShrunk(parts.withBases(fewer), question, allowed, where + " without a basis");
      }
      fewer.add(narrowed(out));
      assertShrunk(parts.withBases(fewer), question, allowed, where + " with a narrower basis");
    }
  }

  /** A consent that was refused or withdrawn shuts others of its subject: it is no ground. */
  private static boolean everRefused(Basis basis) {
    return basis.grant() instanceof Grant.Consent consent
        && consent.changes().stream().anyMatch(change -> change.state().forbids());
  }

  private static Basis narrowed(Basis basis) {
    Scope scope = basis.scope();
    Scope narrow =
        new Scope(
            scope.categories(),
            scope.fields().isEmpty() ? Set.of("f0", "f1") : Set.of("f0"),
            scope.purposes(),
            scope.acts(),
            scope.givers(),
            scope.recipients(),
            scope.subjects());
    boolean refusalCouldShrinkToo = basis.kind() == Kind.INDIVIDUAL_CONSENT;
    return refusalCouldShrinkToo || scope.fields().equals(Set.of()) || scope.fields().contains("f0")
        ? new Basis(
            basis.id(),
            basis.kind(),
            basis.law(),
            basis.opens(),
            refusalCouldShrinkToo ? scope : narrow,
            basis.conditions(),
            basis.grant(),
            basis.ceiling(),
            basis.obligations(),
            basis.term(),
            basis.proof())
        : basis;
  }

  private static void assertShrunk(
      PolicySet.Parts parts, Question question, List<Weigher.Allowed> before, String where) {
    List<Weigher.Allowed> after = new Weigher(new PolicySet(parts)).allowed(question);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).levels()).as(where).allMatch(before.get(i)::contains);
    }
  }

  private static void anUnrelatedBasisChangesNothing(
      PolicySet.Parts parts, Question question, Weighing answer, String where) {
    if (parts.bases().isEmpty()) {
      return;
    }
    Basis some = parts.bases().getFirst();
    Scope elsewhere =
        new Scope(
            some.scope().categories(),
            Set.of(),
            Set.of(Purpose.EXERCISE),
            some.scope().acts(),
            some.scope().givers(),
            some.scope().recipients(),
            some.scope().subjects());
    var more = new ArrayList<>(parts.bases());
    more.add(
        new Basis(
            "a-unrelated",
            Kind.STATUTE,
            "",
            some.opens(),
            elsewhere,
            List.of(),
            Grant.STANDING,
            some.ceiling(),
            some.obligations(),
            some.term(),
            some.proof()));
    Weighing with = new Weigher(new PolicySet(parts.withBases(more))).weigh(question);
    assertThat(released(with)).as(where).isEqualTo(released(answer));
    assertThat(with.obligations()).as(where).isEqualTo(answer.obligations());
    assertThat(with.asks()).as(where).isEqualTo(answer.asks());
  }

  private static List<String> released(Weighing answer) {
    return answer.weights().stream()
        .map(weight -> weight.part().name() + weight.effect() + weight.level() + weight.bases())
        .toList();
  }

  private static void theOrderOfRulesChangesNothing(
      PolicySet.Parts parts, Question question, Weighing answer, long seed, String where) {
    Random shuffle = new Random(seed);
    var bases = new ArrayList<>(parts.bases());
    var forbids = new ArrayList<>(parts.forbids());
    Collections.shuffle(bases, shuffle);
    Collections.shuffle(forbids, shuffle);
    PolicySet other = new PolicySet(parts.withBases(bases).withForbids(forbids));
    assertThat(new Weigher(other).weigh(question)).as(where).isEqualTo(answer);
  }

  /**
   * Asked again for the other fields, or under another purpose, nobody gets more than one choice.
   */
  private static void whatIsHeldIsNeverJoined(
      PolicySet policy, Question question, Weighing answer, String where) {
    List<Question.Held> held = new ArrayList<>();
    for (Weight weight : answer.weights()) {
      if (weight.isPermitted()) {
        held.add(new Question.Held(weight.part(), weight.level()));
      }
    }
    Purpose other =
        question.purpose().filter(Purpose.DETECT_COMMAND_SERVERS::equals).isPresent()
            ? Purpose.NOTIFY_AFFECTED_CUSTOMER
            : Purpose.DETECT_COMMAND_SERVERS;
    Question again =
        new Question(
            question.matter(),
            question.giver(),
            question.recipient(),
            question.person(),
            java.util.Optional.of(other),
            question.act(),
            question.channel(),
            question.when(),
            held,
            question.asks());
    Weigher weigher = new Weigher(policy);
    Weighing second = weigher.weigh(again);
    for (Weigher.Allowed group : weigher.allowed(again)) {
      if (group.parts().getFirst().isOfCommunication()
          && !group.parts().getFirst().group().isEmpty()) {
        assertJointlyAllowed(policy, again, second, held, group.parts(), where);
      }
    }
  }

  private static void assertJointlyAllowed(
      PolicySet policy,
      Question again,
      Weighing second,
      List<Question.Held> held,
      List<Part> parts,
      String where) {
    boolean getsSomething =
        parts.stream().anyMatch(part -> levelOf(second, part) != part.order().least());
    if (!getsSomething) {
      return;
    }
    int[] heldLevels = new int[parts.size()];
    for (int i = 0; i < heldLevels.length; i++) {
      Part part = parts.get(i);
      heldLevels[i] =
          held.stream()
              .filter(each -> each.part().equals(part))
              .mapToInt(Question.Held::level)
              .findFirst()
              .orElse(part.order().least());
    }
    List<int[]> uncut = new Naive(policy, again, parts).withoutCeilings();
    assertThat(uncut)
        .as(where)
        .anyMatch(most -> {
          for (int i = 0; i < most.length; i++) {
            Part part = parts.get(i);
            boolean both =
                part.order().isAtOrBelow(heldLevels[i], most[i])
                    && part.order().isAtOrBelow(levelOf(second, part), most[i]);
            if (!both) {
              return false;
            }
          }
          return true;
        });
  }
}

package tenbin.balance.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/**
 * Parties by what a policy can tell them apart by at one time. Two of one kind have the same answer
 * to every question of the plan: neither is named in a ground, has a fact on record or is named by
 * the question, they have the same classes and laws, and stand in the same registers and under the
 * same adopted clauses. A kind is 1 and more.
 */
final class Kinds {
  /** Registers and clauses of which every combination has a place of its own in a table. */
  private static final int MOST_DENSE = 8;

  private static final int NOT_ASKED = 0;

  private final Roll roll;
  private final When when;
  private final List<PartyId> representatives = new ArrayList<>();

  /** Parties that the question itself names, and their numbers. */
  private final Map<PartyId, Integer> own = new HashMap<>();

  private final int[] ownNumbers;
  private final int[] ofNamed;

  /** By group: in a table of its own, for one of these can stand in registers. */
  private final int[] unlisted;

  private final int[] subjects;
  private final int[] responsibles;
  private final int[] dense;
  private final Map<Long, Integer> sparse = new HashMap<>();

  /**
   * Kinds under a policy at a time.
   *
   * @param own parties that the question itself names
   */
  Kinds(Roll roll, When when, Set<PartyId> own) {
    this.roll = roll;
    this.when = when;
    representatives.add(new PartyId("nobody"));
    own.forEach(party -> this.own.put(party, next(party)));
    this.ownNumbers = own.stream().mapToInt(roll.numbers()::of).toArray();
    this.ofNamed = new int[roll.named() + 1];
    this.unlisted = new int[roll.attributes() + 1];
    this.subjects = new int[roll.traits()];
    this.responsibles = new int[roll.traits()];
    this.dense =
        roll.lists() <= MOST_DENSE ? new int[roll.attributes() + 1 << roll.lists()] : new int[0];
  }

  /** The kind of a party whose place in registers and under clauses matters. */
  int subject(PartyId party) {
    Integer its = own.get(party);
    return its != null ? its : kind(roll.group(party), listed(party), party);
  }

  /** The kind of a party that no register is asked about. */
  int responsible(PartyId party) {
    Integer its = own.get(party);
    return its != null ? its : kind(roll.group(party), party);
  }

  /** As {@link #subject(PartyId)} for the party of a number. */
  int subject(int number) {
    if (isOwn(number)) {
      return subject(roll.numbers().party(number));
    }
    int trait = roll.trait(number);
    if (subjects[trait] == NOT_ASKED) {
      int listed = 0;
      for (int list = 0; list < roll.lists(); list++) {
        listed |= holds(roll.termOfTrait(list, trait)) ? 1 << list : 0;
      }
      subjects[trait] = kind(roll.groupOfTrait(trait), listed, roll.numbers().party(number));
    }
    return subjects[trait];
  }

  /** As {@link #responsible(PartyId)} for the party of a number. */
  int responsible(int number) {
    if (isOwn(number)) {
      return responsible(roll.numbers().party(number));
    }
    int trait = roll.trait(number);
    if (responsibles[trait] == NOT_ASKED) {
      responsibles[trait] = kind(roll.groupOfTrait(trait), roll.numbers().party(number));
    }
    return responsibles[trait];
  }

  private boolean isOwn(int number) {
    for (int each : ownNumbers) {
      if (each == number) {
        return true;
      }
    }
    return false;
  }

  private int listed(PartyId party) {
    int listed = 0;
    for (int list = 0; list < roll.lists(); list++) {
      listed |= holds(roll.term(list, party)) ? 1 << list : 0;
    }
    return listed;
  }

  private boolean holds(@Nullable Term term) {
    return term != null && term.holds(when);
  }

  private int kind(int group, PartyId party) {
    if (group < 0) {
      ofNamed[-group] = numbered(ofNamed[-group], party);
      return ofNamed[-group];
    }
    unlisted[group] = numbered(unlisted[group], party);
    return unlisted[group];
  }

  private int kind(int group, int listed, PartyId party) {
    if (group < 0) {
      return kind(group, party);
    }
    if (dense.length == 0) {
      return sparse.computeIfAbsent((long) group << 32 | listed, k -> next(party));
    }
    int place = (group << roll.lists()) + listed;
    dense[place] = numbered(dense[place], party);
    return dense[place];
  }

  private int numbered(int kind, PartyId party) {
    return kind == NOT_ASKED ? next(party) : kind;
  }

  private int next(PartyId party) {
    representatives.add(party);
    return representatives.size() - 1;
  }

  /** Some party of a kind. */
  PartyId representative(int kind) {
    return representatives.get(kind);
  }
}

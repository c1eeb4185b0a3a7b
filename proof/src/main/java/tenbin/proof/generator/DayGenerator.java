package tenbin.proof.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Makes one day of a circle, with its noise, its stable groups and its low and slow campaigns. The
 * same parameters and seed give the same day.
 */
public final class DayGenerator {
  private static final double DELAY_SIGMA = 1.0;

  /** Sightings of one source at one member spread over a session of about an hour. */
  private static final int SESSION_SECONDS = 3_600;

  /** Sightings of one source in a day. */
  private static final int MOST_OF_ONE = 20_000;

  private final CircleParameters circle;
  private final Draw draw;
  private final Day day;
  private final double[] volumes;
  private final double[] kinds;
  private final double[] spreads;
  private final List<int[]> groups = new ArrayList<>();
  private final List<Integer> plantedGroups = new ArrayList<>();
  private int nextAddress;
  private int nextArtefact;

  private DayGenerator(CircleParameters circle, RandomGenerator random) {
    this.circle = circle;
    this.draw = new Draw(random);
    this.day = new Day(circle.members(), circle.kinds());
    this.volumes = Draw.powerLaw(circle.members(), circle.contributorExponent());
    this.kinds = Draw.powerLaw(circle.kinds(), 1);
    this.spreads = spreads(circle);
  }

  /** A spread of two members and more, by the power law. */
  private static double[] spreads(CircleParameters circle) {
    double[] sums = new double[circle.members() - 1];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += Math.pow(i + 2, -circle.spreadExponent());
      sums[i] = sum;
    }
    return sums;
  }

  public static Day day(CircleParameters circle, RandomGenerator random) {
    DayGenerator generator = new DayGenerator(circle, random);
    generator.plantGroups();
    generator.correlated();
    generator.sharedArtefacts();
    for (int i = 0; i < circle.campaigns(); i++) {
      generator.campaign();
    }
    generator.alone();
    generator.day.close();
    return generator.day;
  }

  private void plantGroups() {
    while (groups.size() < circle.groups()) {
      int count = circle.leastGroup() + draw.below(circle.mostGroup() - circle.leastGroup() + 1);
      int[] group = draw.distinct(circle.members(), count);
      if (groups.stream().allMatch(other -> common(other, group) <= 1)) {
        groups.add(group);
        plantedGroups.add(day.plant(new Planted(Planted.Sort.PEER_GROUP, setOf(group))));
      }
    }
  }

  private static int common(int[] one, int[] other) {
    Set<Integer> both = setOf(one);
    both.retainAll(setOf(other));
    return both.size();
  }

  private static Set<Integer> setOf(int[] members) {
    Set<Integer> set = new TreeSet<>();
    for (int member : members) {
      set.add(member);
    }
    return set;
  }

  private int address() {
    // A walk through all 32 bits without repeating: an odd step.
    nextAddress += 0x9e37_79b1;
    return nextAddress;
  }

  private int newArtefact() {
    return draw.chance(circle.artefactShare() * (1 - circle.sharedArtefacts()))
        ? nextArtefact++
        : Day.NO_ARTEFACT;
  }

  /** Few scanners show what they load: the other half of the shared artefacts. */
  private int broughtAlong() {
    return draw.chance(circle.sharedArtefacts()) ? nextArtefact++ : Day.NO_ARTEFACT;
  }

  /** Sources that two members and more see. */
  private void correlated() {
    int sources = (int) (circle.sources() * circle.correlatedShare());
    double mean = circle.events() * circle.correlatedEventShare() / sources;
    for (int i = 0; i < sources; i++) {
      int events = draw.logNormal(mean / 6.5, Math.sqrt(2 * Math.log(6.5)), MOST_OF_ONE);
      double which = draw.random().nextDouble();
      if (which < circle.groupShare()) {
        groupSource(events);
      } else if (which < circle.groupShare() + circle.scannerShare()) {
        scanner(events);
      } else {
        coincidence(events);
      }
    }
  }

  private void groupSource(int events) {
    int which = draw.below(groups.size());
    int[] group = groups.get(which);
    int[] visited = draw.distinct(group.length, 2 + draw.below(group.length - 1));
    int[] members = new int[visited.length];
    for (int i = 0; i < members.length; i++) {
      members[i] = group[visited[i]];
    }
    int actor = day.actor(address(), Day.NO_ARTEFACT, draw.rank(kinds), plantedGroups.get(which));
    sweep(actor, members, events);
  }

  private void scanner(int events) {
    int spread = 2 + draw.rank(spreads);
    int[] members = draw.distinct(volumes, spread);
    sweep(day.actor(address(), broughtAlong(), draw.rank(kinds), -1), members, events);
  }

  /** One member after the other, minutes apart. */
  private void sweep(int actor, int[] members, int events) {
    int at = draw.second();
    int each = Math.max(1, events / members.length);
    for (int member : members) {
      session(actor, member, at, each);
      at += draw.logNormal(circle.delaySeconds(), DELAY_SIGMA, Draw.DAY);
    }
  }

  private void session(int actor, int member, int from, int events) {
    day.event(actor, member, from);
    for (int i = 1; i < events; i++) {
      day.event(actor, member, from + draw.exponential(SESSION_SECONDS));
    }
  }

  /** Two machines behind one address, or one address handed out anew: unrelated times. */
  private void coincidence(int events) {
    int[] members = draw.distinct(volumes, 2);
    int kind = draw.rank(kinds);
    int address = address();
    for (int member : members) {
      int itsKind = draw.chance(0.5) ? kind : draw.rank(kinds);
      int actor = day.actor(address, newArtefact(), itsKind, -1);
      session(actor, member, draw.second(), Math.max(1, events / 2));
    }
  }

  /** Artefacts of mass mailings and bot nets: many members by the power law, other sources each. */
  private void sharedArtefacts() {
    int count = (int) (circle.sources() * circle.artefactShare() * circle.sharedArtefacts() / 2);
    for (int i = 0; i < count; i++) {
      int artefact = nextArtefact++;
      int kind = draw.rank(kinds);
      int at = draw.second();
      for (int member : draw.distinct(volumes, 2 + draw.rank(spreads))) {
        int actor = day.actor(address(), artefact, kind, -1);
        session(actor, member, at, draw.logNormal(2, 1, 1_000));
        if (circle.moreSources() > 0 && draw.chance(circle.moreSources())) {
          session(day.actor(address(), artefact, kind, -1), member, at, 1);
        }
        at += draw.logNormal(circle.delaySeconds(), DELAY_SIGMA, Draw.DAY);
      }
    }
  }

  /**
   * Few events each on two or three members over hours, from a few addresses with few artefacts.
   */
  private void campaign() {
    int[] members = draw.distinct(circle.members(), 2 + draw.below(2));
    int planted = day.plant(new Planted(Planted.Sort.CAMPAIGN, setOf(members)));
    int artefact = nextArtefact;
    int artefacts = 1 + draw.below(2);
    nextArtefact += artefacts;
    int kind = draw.rank(kinds);
    int at = draw.second();
    for (int wave = 0; wave < circle.campaignEvents(); wave++) {
      int address = address();
      int when = at;
      for (int member : members) {
        // Now and then one address goes to one member only.
        int its = draw.chance(circle.strayShare()) ? address() : address;
        int brings =
            draw.chance(circle.bareShare()) ? Day.NO_ARTEFACT : artefact + draw.below(artefacts);
        day.event(day.actor(its, brings, kind, planted), member, when);
        when += draw.logNormal(circle.delaySeconds(), DELAY_SIGMA, Draw.DAY);
      }
      at = Math.min(Draw.DAY - 3_600, at + draw.exponential(circle.waveSeconds()));
    }
  }

  /** All the sources that one member alone sees, until the day is full. */
  private void alone() {
    int sources = (int) (circle.sources() * (1 - circle.correlatedShare()));
    int left = circle.events() - day.size();
    double mean = left / (double) sources;
    for (int i = 0; i < sources; i++) {
      int events = draw.logNormal(mean / 4.5, Math.sqrt(2 * Math.log(4.5)), MOST_OF_ONE);
      int actor = day.actor(address(), newArtefact(), draw.rank(kinds), -1);
      session(actor, draw.rank(volumes), draw.second(), Math.max(1, events));
    }
  }
}

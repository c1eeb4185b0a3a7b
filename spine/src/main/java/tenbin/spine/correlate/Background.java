package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the circle shares by chance, learnt from what it shares: for addresses and for artefacts how
 * many values a day two or three members have in common, by member and by kind. It reaches the
 * detectors as a table that they only read.
 */
final class Background {
  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;

  /** Half a value more than was seen, over all sets: nothing is impossible. */
  private static final double UNSEEN = 0.5;

  private final int kinds = Numbering.MOST_KINDS;
  private final Map<ValueClass, Tally> tallies = new EnumMap<>(ValueClass.class);
  private final Ordinary ordinary = new Ordinary();
  private final Peers peers;
  private int members;
  private double kindsSeen;
  private double linked;
  private long first = Long.MAX_VALUE;
  private long last;

  Background(int most) {
    this.peers = new Peers(most);
    for (ValueClass each : ValueClass.values()) {
      tallies.put(each, new Tally(most, kinds));
    }
  }

  private Tally tally(ValueClass of) {
    return Objects.requireNonNull(tallies.get(of));
  }

  Ordinary ordinary() {
    return ordinary;
  }

  Peers peers() {
    return peers;
  }

  /**
   * One more rare value that two or three members share.
   *
   * @param sources of an artefact's, how many are shared too
   */
  void add(SharedValue shared, int sources) {
    int[] set = MemberSet.members(shared.members());
    for (int member : set) {
      members = Math.max(members, member + 1);
    }
    boolean whole = shared.members() == shared.all();
    if (shared.type().isArtefact()) {
      add(ValueClass.ARTEFACT, shared.kind(), whole, set);
      linked += whole && sources > 0 ? 1 : 0;
    } else {
      add(ValueClass.ADDRESS, shared.kind(), whole, set);
      if (shared.companions() > 0) {
        add(ValueClass.ADDRESS_WITH_ARTEFACT, shared.kind(), whole, set);
      }
    }
    first = Math.min(first, shared.first());
    last = Math.max(last, shared.first());
  }

  private void add(ValueClass to, int kind, boolean whole, int... set) {
    tally(to).add(set);
    if (whole) {
      tally(to).count(kind);
    }
  }

  /**
   * How many artefacts a day chance makes, in the whole circle, that two or three members see from
   * so many sources more than they need: as often as the loud ones do.
   *
   * @param isLinked whether one of the sources is shared too
   */
  double ofManySources(int more, boolean isLinked) {
    double quiet = isLinked ? linked + UNSEEN : tally(ValueClass.ARTEFACT).all();
    return quiet * DAY / seconds() * ordinary.share(isLinked, more);
  }

  /** How many times more artefacts a set shared, in what is remembered, than masses explain. */
  double excess(long set) {
    double shared = shared(set, ValueClass.ARTEFACT);
    return Math.max(1, shared / Math.max(1, byMass(set, ValueClass.ARTEFACT)));
  }

  /**
   * A set's part of the false findings that are allowed: half is divided evenly, half by how much
   * the sets share. So neither small nor large contributors are out of reach.
   */
  double part(long set) {
    double even = 1 / countOf(set);
    return (even + Math.min(1, tally(ValueClass.ADDRESS).part(set))) / 2;
  }

  /** Fits the masses anew, and lets half of what is older than a day go. */
  void refit() {
    if (last - first > 2L * DAY) {
      halve();
    }
    kindsSeen = 0;
    for (int kind = 0; kind < kinds; kind++) {
      double seen =
          tally(ValueClass.ADDRESS).ofKind(kind) + tally(ValueClass.ARTEFACT).ofKind(kind);
      kindsSeen += seen > 0 ? 1 : 0;
    }
    for (Tally each : tallies.values()) {
      each.refit();
    }
  }

  private void halve() {
    ordinary.halve();
    linked /= 2;
    for (Tally each : tallies.values()) {
      each.halve();
    }
    first += (last - first) / 2;
  }

  /** Whether enough has been seen to say what chance does, and who is whose peer. */
  boolean isKnown() {
    return peers.areKnown() && last - first >= HOUR;
  }

  private double seconds() {
    return Math.max(HOUR, last - first);
  }

  /**
   * How many values of a class the members of a set share by chance in a time.
   *
   * @param within seconds
   * @param now how many of what the set shared are under test and must not speak for themselves
   */
  double expected(long set, ValueClass of, double within, int now) {
    double byPast = Math.max(0, shared(set, of) - now);
    return Math.max(byMass(set, of), byPast) * within / seconds();
  }

  private double byMass(long set, ValueClass of) {
    int highest = MemberSet.member(set, 1);
    return highest >= members ? 0 : tally(of).byMass(set) + UNSEEN / countOf(set);
  }

  /** How many pairs there are, for two; triples, for three. */
  private double countOf(long set) {
    double pairs = Math.max(1, members * (members - 1) / 2.0);
    return MemberSet.size(set) == 2 ? pairs : Math.max(1, pairs * (members - 2) / 3.0);
  }

  /** What part of a class's shared values is of a kind. */
  double shareOfKind(ValueClass of, int kind) {
    return (tally(of).ofKind(kind) + UNSEEN) / (tally(of).all() + UNSEEN * Math.max(1, kindsSeen));
  }

  /** How many values of a class the two shared, in the time that is remembered. */
  private double shared(long set, ValueClass of) {
    return tally(of).shared(set);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(members);
    out.writeLong(first);
    out.writeLong(last);
    out.writeDouble(kindsSeen);
    out.writeDouble(linked);
    ordinary.write(out);
    peers.write(out);
    for (Tally each : tallies.values()) {
      each.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    members = in.readInt();
    first = in.readLong();
    last = in.readLong();
    kindsSeen = in.readDouble();
    linked = in.readDouble();
    ordinary.read(in);
    peers.read(in);
    for (Tally each : tallies.values()) {
      each.read(in);
    }
  }
}

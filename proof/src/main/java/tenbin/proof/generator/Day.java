package tenbin.proof.generator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.time.Moment;
import tenbin.spine.correlate.Sighted;

/**
 * A generated day: so many events in the order of time, each an actor at a member. Ten million take
 * 130 MB here and become sightings only when asked for.
 */
public final class Day {
  static final int NO_ARTEFACT = -1;
  private static final Instant START = Instant.parse("2026-03-24T00:00:00Z");
  private static final Rsit[] CLASSES = {
    Rsit.SCANNER, Rsit.BRUTE_FORCE, Rsit.EXPLOIT, Rsit.INFECTED_SYSTEM, Rsit.IDS_ALERT, Rsit.SPAM
  };

  private int actors;
  private int[] addresses = new int[1 << 10];
  private int[] artefacts = new int[1 << 10];
  private short[] kindOf = new short[1 << 10];
  private int size;
  private int[] actor = new int[1 << 16];
  private short[] member = new short[1 << 16];
  private int[] second = new int[1 << 16];
  private int[] order = new int[0];
  private final List<Kind> kinds = new ArrayList<>();
  private final List<MemberId> members = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();
  private final List<Integer> plantedOfActor = new ArrayList<>();

  Day(int memberCount, int kindCount) {
    for (int i = 0; i < memberCount; i++) {
      members.add(new MemberId("member-" + (i + 1)));
    }
    for (int i = 0; i < kindCount; i++) {
      kinds.add(new Kind(CLASSES[i % CLASSES.length], "kind-" + i, ""));
    }
  }

  /** Adds an actor: an address with what it brings. */
  int actor(int address, int artefact, int kind, int ofPlanted) {
    if (actors == addresses.length) {
      addresses = Arrays.copyOf(addresses, actors * 2);
      artefacts = Arrays.copyOf(artefacts, actors * 2);
      kindOf = Arrays.copyOf(kindOf, actors * 2);
    }
    addresses[actors] = address;
    artefacts[actors] = artefact;
    kindOf[actors] = (short) kind;
    plantedOfActor.add(ofPlanted);
    return actors++;
  }

  /** Adds an event; one outside the day is moved to its edge. */
  void event(int byActor, int atMember, int atSecond) {
    if (size == actor.length) {
      actor = Arrays.copyOf(actor, size * 2);
      member = Arrays.copyOf(member, size * 2);
      second = Arrays.copyOf(second, size * 2);
    }
    actor[size] = byActor;
    member[size] = (short) atMember;
    second[size++] = Math.clamp(atSecond, 0, Draw.DAY - 1);
  }

  int plant(Planted what) {
    planted.add(what);
    return planted.size() - 1;
  }

  /** Puts the events into the order of time (a counting sort by the second). */
  void close() {
    int[] starts = new int[Draw.DAY + 1];
    for (int i = 0; i < size; i++) {
      starts[second[i] + 1]++;
    }
    for (int i = 0; i < Draw.DAY; i++) {
      starts[i + 1] += starts[i];
    }
    order = new int[size];
    for (int i = 0; i < size; i++) {
      order[starts[second[i]]++] = i;
    }
  }

  public int size() {
    return size;
  }

  /** The truth. */
  public List<Planted> planted() {
    return List.copyOf(planted);
  }

  public List<MemberId> members() {
    return List.copyOf(members);
  }

  /** What was planted that the event belongs to, by its place in {@link #planted}; -1 for none. */
  public int plantedOf(int event) {
    return plantedOfActor.get(actor[order[event]]);
  }

  public int memberOf(int event) {
    return member[order[event]];
  }

  public int secondOf(int event) {
    return second[order[event]];
  }

  /** The acting address as 32 bits. */
  public int addressOf(int event) {
    return addresses[actor[order[event]]];
  }

  /** The number of the artefact that the event shows, -1 for none. */
  public int artefactOf(int event) {
    return artefacts[actor[order[event]]];
  }

  /** The event as the hub gets it. */
  public Sighted sighted(int event) {
    int at = order[event];
    int by = actor[at];
    long epochSecond = START.getEpochSecond() + second[at];
    Observation seen =
        Observation.builder(kinds.get(kindOf[by]), Moment.ofEpochSecond(epochSecond))
            .row(event + 1L)
            .source(Endpoint.of(Address.ofV4(addresses[by]), 1024 + (at & 0x7fff)))
            .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
            .url(artefacts[by] == NO_ARTEFACT ? "" : "http://a" + artefacts[by] + ".example/x")
            .build();
    return new Sighted(
        event + 1L,
        members.get(member[at]),
        new Fingerprint(at, by),
        seen,
        Attribution.NOT_COVERED,
        Instant.ofEpochSecond(epochSecond));
  }
}

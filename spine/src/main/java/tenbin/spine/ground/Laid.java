package tenbin.spine.ground;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Policy;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.member.Circle;
import tenbin.nouns.report.Digest;
import tenbin.spine.policy.Beside;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.policy.PolicyReading;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.policy.Title;

/**
 * What is laid beside a circle: policy files and the lines of the book of grounds. Never changed
 * once made; what was read once is not read again.
 */
public final class Laid {
  /** Nothing beside the circle. */
  public static final Laid NOTHING = new Laid(List.of(), List.of());

  private final List<PolicySource> files;
  private final List<Entry> entries;
  private final String digest;
  private Optional<Known> known = Optional.empty();

  /** What was read under a circle: the files, and of each line its grounds. */
  private record Known(
      Circle circle, PolicyReading files, Beside beside, Map<Entry, PolicySet.Parts> lines) {}

  private Laid(List<PolicySource> files, List<Entry> entries, String digest) {
    this.files = List.copyOf(files);
    this.entries = List.copyOf(entries);
    this.digest = digest;
  }

  /** Files and lines, the oldest line first. */
  public Laid(List<PolicySource> files, List<Entry> entries) {
    this(files, entries, digest("", entries));
  }

  /** The digest of lines behind those of another digest; "" before the first. */
  static String digest(String before, List<Entry> entries) {
    String running = before;
    for (Entry each : entries) {
      running = Digest.of((running + "\n" + each).getBytes(UTF_8)).hex();
    }
    return running;
  }

  List<PolicySource> files() {
    return files;
  }

  /** Every line, the oldest first. */
  List<Entry> entries() {
    return entries;
  }

  /** The same with other files. */
  Laid with(List<PolicySource> others) {
    return new Laid(others, entries, digest);
  }

  /** The same with further lines. */
  Laid and(List<Entry> further) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(further);
    Laid next = new Laid(files, all, digest(digest, further));
    synchronized (this) {
      next.known = known;
    }
    return next;
  }

  /** The same with further lines that are only tried: what is read of them is kept nowhere. */
  Laid apart(List<Entry> further) {
    Laid next = and(further);
    synchronized (next) {
      next.known =
          next.known.map(read -> {
            synchronized (read.lines) {
              return new Known(read.circle, read.files, read.beside, new HashMap<>(read.lines));
            }
          });
    }
    return next;
  }

  /**
   * All of it with a circle.
   *
   * @throws GroundRefused with every fault when that is no policy
   */
  public Policy under(Circle circle) {
    if (files.isEmpty() && entries.isEmpty()) {
      return Policy.of(circle);
    }
    Known read = known(circle);
    PolicySet.Parts parts = read.files.orThrow().parts();
    Amendment amendment = new Amendment(entries);
    PolicySet.Parts all = joined(parts, recorded(read), amendment);
    try {
      return Policy.of(
          circle,
          all.withRegisters(amendment.ofRegisters(all.registers()))
              .withForbids(amendment.ofForbids(all.forbids())),
          amendment::of);
    } catch (IllegalArgumentException twice) {
      throw new GroundRefused("", String.valueOf(twice.getMessage()));
    }
  }

  private synchronized Known known(Circle circle) {
    Optional<Known> same = known.filter(each -> each.circle.equals(circle));
    if (same.isPresent()) {
      return same.get();
    }
    Beside beside = Surroundings.of(circle);
    PolicyReading reading = PolicyFile.read(files, beside);
    PolicySet.Parts parts =
        reading.set().orElseThrow(() -> new GroundRefused(reading.faults())).parts();
    Known read = new Known(circle, reading, beside.and(parts, reading.words()), new HashMap<>());
    known = Optional.of(read);
    return read;
  }

  /** What the files call their bases, for people, by id. */
  Map<String, Title> titles(Circle circle) {
    return known(circle).files.words().titles();
  }

  /** What a line put on record. */
  private record Line(String about, PolicySet.Parts parts) {}

  /** The grounds of the lines, each read once. */
  private List<Line> recorded(Known read) {
    List<Line> found = new ArrayList<>();
    synchronized (read.lines) {
      for (Entry entry : entries) {
        if (entry.deed() instanceof Deed.Recorded(String about, String text)) {
          found.add(
              new Line(
                  about,
                  read.lines.computeIfAbsent(entry, unread -> parts(read.beside, about, text))));
        }
      }
    }
    return found;
  }

  private static PolicySet.Parts parts(Beside beside, String about, String text) {
    PolicyReading reading =
        PolicyFile.read(List.of(new PolicySource("recorded " + about, text)), beside);
    return reading.set().orElseThrow(() -> new GroundRefused(reading.faults())).parts();
  }

  /** The version of files with lines. */
  static String version(String files, String digest) {
    return digest.isEmpty() ? files : files + "+" + digest;
  }

  /** The version of the files alone. */
  String filesVersion(Circle circle) {
    return known(circle).files.orThrow().version();
  }

  private PolicySet.Parts joined(PolicySet.Parts parts, List<Line> recorded, Amendment amendment) {
    List<Basis> bases = new ArrayList<>(parts.bases());
    List<tenbin.balance.ground.Party> parties = new ArrayList<>(parts.parties());
    List<tenbin.balance.ground.Fact> facts = new ArrayList<>(parts.facts());
    List<tenbin.balance.ground.Forbid> forbids = new ArrayList<>(parts.forbids());
    for (Line line : recorded) {
      PolicySet.Parts each = line.parts;
      bases.addAll(each.bases());
      parties.addAll(each.parties());
      facts.addAll(amendment.ofFacts(line.about, each.facts()));
      forbids.addAll(each.forbids());
    }
    String version = version(parts.version(), digest);
    return new PolicySet.Parts(
        version,
        parts.orders(),
        parties,
        facts,
        parts.touches(),
        bases,
        forbids,
        parts.askRules(),
        parts.standings(),
        parts.needs(),
        parts.registers(),
        parts.schemes(),
        parts.unmarked());
  }
}

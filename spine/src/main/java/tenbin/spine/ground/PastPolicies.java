package tenbin.spine.ground;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tenbin.balance.Policy;
import tenbin.nouns.member.Circle;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.storage.Database;

/**
 * Policies that were in force once, put together again out of what a hub keeps: circle files,
 * policy files, the lines of the book of grounds up to some line. Not for several threads.
 */
public final class PastPolicies {
  /** What stands between the circle's version, the files' and the lines'. */
  private static final char JOINT = '+';

  private final Function<String, Optional<Circle>> circles;
  private final List<List<PolicySource>> files;
  private final List<Entry> entries;
  private final Map<String, Optional<Policy>> found = new HashMap<>();

  /**
   * Those of a hub's database.
   *
   * @param circles that ever stood, by their versions
   */
  public PastPolicies(Database database, Function<String, Optional<Circle>> circles) {
    this.circles = circles;
    this.files = new ArrayList<>(database.transact(KeptFiles::all));
    files.add(List.of());
    this.entries = database.transact(connection -> Deeds.behind(connection, 0));
  }

  /** The policy of a version that decisions name; empty when it is not on record. */
  public Optional<Policy> of(String version) {
    return found.computeIfAbsent(version, this::search);
  }

  /** The policy of today under a circle. */
  public Policy today(Circle circle) {
    return new Laid(files.getFirst(), entries).under(circle);
  }

  private Optional<Policy> search(String version) {
    Optional<Policy> alone = circles.apply(version).map(Policy::of);
    for (int joint = version.indexOf(JOINT);
        alone.isEmpty() && joint >= 0;
        joint = version.indexOf(JOINT, joint + 1)) {
      String rest = version.substring(joint + 1);
      alone = circles.apply(version.substring(0, joint)).flatMap(circle -> beside(circle, rest));
    }
    return alone;
  }

  /** What lay beside a circle when its version was this. */
  private Optional<Policy> beside(Circle circle, String version) {
    for (List<PolicySource> each : files) {
      String its = new Laid(each, List.of()).filesVersion(circle);
      String digest = "";
      for (int lines = 0; lines <= entries.size(); lines++) {
        if (version.equals(Laid.version(its, digest))) {
          return Optional.of(new Laid(each, entries.subList(0, lines)).under(circle));
        }
        if (lines < entries.size()) {
          digest = Laid.digest(digest, entries.subList(lines, lines + 1));
        }
      }
    }
    return Optional.empty();
  }
}

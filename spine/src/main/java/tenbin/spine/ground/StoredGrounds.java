package tenbin.spine.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.Policy;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.member.Circle;
import tenbin.spine.policy.PolicyFolder;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.policy.Title;
import tenbin.spine.storage.Database;

/**
 * The book of grounds in the database, and the folder of policy files beside it. Every change is
 * tried on the circle that stands before it is stored; one that is refused leaves what was.
 */
public final class StoredGrounds implements GroundBook {
  private static final Logger AUDIT = LoggerFactory.getLogger("tenbin.audit");
  private static final Logger LOG = LoggerFactory.getLogger(StoredGrounds.class);

  private final Database database;
  private final Clock clock;
  private final Optional<PolicyFolder> folder;
  private final Stand stand;
  private List<PolicyFolder.Mark> seen = List.of();
  private List<PolicyFolder.Mark> judged = List.of();
  private volatile FilesState files;

  /** Where grounds are put in force. */
  public interface Stand {
    /** What lies beside the circle now. */
    Laid laid();

    /** All grounds in force. */
    PolicySet inForce();

    /** The circle that stands. */
    Circle circle();

    /**
     * Puts something else beside the circle.
     *
     * @param next what
     * @param stored makes it durable, once it is known to be a policy and before it counts
     * @throws GroundRefused when it is none; then nothing is stored
     */
    void lay(Laid next, Runnable stored);
  }

  /**
   * Opens the book before the circle is known: the kept files count.
   *
   * @param folder of policy files; empty goes on with the kept ones
   */
  public StoredGrounds(Database database, Clock clock, Optional<PolicyFolder> folder, Stand stand) {
    this.database = database;
    this.clock = clock;
    this.folder = folder;
    this.stand = stand;
    Optional<KeptFiles> kept = database.transact(KeptFiles::newest);
    this.files =
        kept.map(each -> new FilesState(each.files(), Optional.of(each.since()), List.of()))
            .orElse(FilesState.NONE);
    List<Entry> lines = database.transact(connection -> Deeds.behind(connection, 0));
    stand.lay(new Laid(files.inForce(), lines), () -> {});
  }

  /**
   * Takes the folder for the first time, once the circle stands.
   *
   * @throws GroundRefused when its files have faults and none were ever in force
   */
  public synchronized void begin() {
    if (folder.isEmpty()) {
      return;
    }
    try {
      seen = folder.get().marks();
      judged = seen;
      List<PolicySource> told = folder.get().sources();
      if (!told.equals(files.inForce()) || files.since().isEmpty()) {
        take(told);
      }
    } catch (GroundRefused refused) {
      if (files.since().isEmpty()) {
        throw refused;
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Puts files in force and keeps them; refused ones stay named in the state of the files. */
  private void take(List<PolicySource> told) {
    Instant now = now();
    KeptFiles kept = new KeptFiles(told, now);
    try {
      stand.lay(
          stand.laid().with(told),
          () ->
              database.transact(connection -> {
                kept.put(connection);
                return kept;
              }));
    } catch (GroundRefused refused) {
      files = files.butRefused(refused.faults());
      if (files.since().isPresent()) {
        LOG.warn("policy files are refused, those from before stay:\n{}", refused.getMessage());
      }
      throw refused;
    }
    files = new FilesState(told, Optional.of(now), List.of());
    AUDIT.info("actor=hub act=take-policy object={}", stand.inForce().version());
  }

  /**
   * Looks at the folder, and for lines that another process wrote. Files that changed are read when
   * two looks in a row saw the same, so that one which is still being written is not taken.
   *
   * @return whether anything else stands now
   * @throws GroundRefused as long as the files have faults
   */
  public synchronized boolean look() throws IOException {
    boolean more = lookForLines();
    if (folder.isPresent() && lookAt(folder.get())) {
      more = true;
    }
    if (!files.refused().isEmpty()) {
      throw new GroundRefused(files.refused());
    }
    return more;
  }

  private boolean lookAt(PolicyFolder here) throws IOException {
    List<PolicyFolder.Mark> now = here.marks();
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || now.equals(judged)) {
      return false;
    }
    judged = now;
    List<PolicySource> told = here.sources();
    if (told.equals(files.inForce())) {
      files = files.butRefused(List.of());
      return false;
    }
    take(told);
    return true;
  }

  private boolean lookForLines() {
    Laid laid = stand.laid();
    long last = lastOf(laid);
    List<Entry> further = database.transact(connection -> Deeds.behind(connection, last));
    if (further.isEmpty()) {
      return false;
    }
    stand.lay(laid.and(further), () -> {});
    AUDIT.info("actor=hub act=take-grounds object={}", stand.inForce().version());
    return true;
  }

  private static long lastOf(Laid laid) {
    return laid.entries().isEmpty() ? 0 : laid.entries().getLast().number();
  }

  @Override
  public synchronized List<Entry> record(
      Entry.By by, List<Deed> deeds, Instant from, String evidence) {
    lookForLines();
    List<Entry> lines = lines(by, deeds, from, evidence);
    stand.lay(stand.laid().and(lines), () -> store(lines));
    // Who it was stands in the book, at that number; a log names nobody.
    for (Entry line : lines) {
      AUDIT.info(
          "actor=grounds:{} member={} act=ground-{} object={}",
          line.number(),
          by.member(),
          DeedCheck.word(line.deed()),
          line.deed().about());
    }
    return lines;
  }

  private List<Entry> lines(Entry.By by, List<Deed> deeds, Instant from, String evidence) {
    if (evidence.isBlank()) {
      throw new GroundRefused("evidence", "says not where its evidence lies");
    }
    Instant now = now();
    long last = lastOf(stand.laid());
    List<Entry> lines = new ArrayList<>();
    for (Deed deed : deeds) {
      DeedCheck.require(deed, stand.inForce(), stand.laid().entries());
      lines.add(new Entry(last + 1 + lines.size(), now, from, by, deed, evidence));
    }
    return lines;
  }

  @Override
  public Policy tried(Entry.By by, List<Deed> deeds, Instant from, String evidence) {
    return stand.laid().apart(lines(by, deeds, from, evidence)).under(stand.circle());
  }

  private void store(List<Entry> lines) {
    database.transact(connection -> {
      if (Deeds.last(connection) != lines.getFirst().number() - 1) {
        throw new GroundRefused("", "another process wrote at the same moment; once more, please");
      }
      Deeds.insert(connection, lines);
      return lines;
    });
  }

  /** The database keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public List<Entry> history() {
    return stand.laid().entries();
  }

  @Override
  public PolicySet inForce() {
    return stand.inForce();
  }

  @Override
  public String title(String id, Locale locale) {
    return stand.laid().titles(stand.circle()).getOrDefault(id, new Title(id, id)).in(locale);
  }

  @Override
  public FilesState files() {
    return files;
  }
}

package tenbin.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import tenbin.balance.Balance;
import tenbin.balance.RecipientKey;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.Tables;
import tenbin.spine.checkup.Checkup;
import tenbin.spine.checkup.StoredCheckup;
import tenbin.spine.checkup.TableState;
import tenbin.spine.collect.DurableIntake;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.ReadingLoop;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.StoredReports;
import tenbin.spine.collect.StoredWaysIn;
import tenbin.spine.collect.Way;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.correlate.Correlator;
import tenbin.spine.correlate.ShardedCorrelator;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.PseudonymKeys;
import tenbin.spine.deliver.StoredDeliveries;
import tenbin.spine.deliver.StoredWithholdings;
import tenbin.spine.deliver.Withholdings;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.StoredGrounds;
import tenbin.spine.health.HealthBook;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.Heads;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.ledger.SigningKey;
import tenbin.spine.ledger.StoredQuestions;
import tenbin.spine.ledger.StoredReceipts;
import tenbin.spine.ledger.Traces;
import tenbin.spine.newcomer.Growth;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.NewcomerBook;
import tenbin.spine.policy.PolicyFolder;
import tenbin.spine.recall.RecallWork;
import tenbin.spine.retention.Removal;
import tenbin.spine.retention.RetentionRound;
import tenbin.spine.roster.Roster;
import tenbin.spine.roster.StoredRoster;
import tenbin.spine.scales.BacklogWeighbridge;
import tenbin.spine.scales.StoredBacklogs;
import tenbin.spine.scales.Weighbridge;
import tenbin.spine.statistics.StatisticsBook;
import tenbin.spine.statistics.StoredStatistics;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.StorageFailure;
import tenbin.spine.storage.row.Contributions;

/** One hub's spine: opened on a data folder, closed with everything it started. */
public final class Spine implements AutoCloseable {
  private final HealthBook health;
  private final SpineConfig config;
  private final FolderLock lock;
  private final Database database;
  private final OneWriter only;
  private final HubSecret secret;
  private final Standing standing;
  private final StoredGrounds grounds;
  private final StoredRoster roster;
  private final Correlator correlator = new ShardedCorrelator();
  private final Ledger ledger;
  private final Heads heads;
  private final ReadingLoop reading;
  private final Intake intake;
  private final WaysIn waysIn;
  private final ReportBook reports;
  private final PseudonymKeys pseudonyms;
  private final CaseKeys caseKeys;
  private final StoredDeliveries.Means means;
  private final Deliveries deliveries;
  private final Withholdings withholdings;
  private final Weighbridge scales;
  private final Contributions contributions;
  private final StoredStatistics statistics;
  private final RecallWork recalls;

  private Spine(SpineConfig config, Knowledge knowledge, FolderLock lock, Database database)
      throws IOException {
    this.health = new HealthBook(config.clock());
    this.config = config;
    this.lock = lock;
    this.database = database;
    this.only = OneWriter.on(database);
    this.secret = HubSecret.in(config.data());
    this.standing = new Standing(knowledge);
    this.grounds =
        new StoredGrounds(
            database, config.clock(), config.policy().map(PolicyFolder::new), standing);
    this.roster = roster(config, knowledge);
    grounds.begin();
    this.ledger = new Ledger(config.data(), database, secret);
    this.heads = new Heads(database, secret, SigningKey.in(config.data()), ledger, config.clock());
    Parties parties = new Parties(database.dataSource());
    this.reading =
        new ReadingLoop(
            new ReadingLoop.Means(
                config.data(),
                config.formats(),
                config.reading(),
                config.foldBytes(),
                config.clock(),
                health),
            database,
            only,
            parties,
            new Way(standing, correlator, config.findings(), standing));
    this.intake =
        new DurableIntake(
            config.data(),
            database,
            only,
            parties,
            config.intake(),
            config.clock(),
            reading::arrived);
    this.waysIn = new StoredWaysIn(intake, database, config.clock());
    this.reports = new StoredReports(config.data(), database);
    this.pseudonyms = new PseudonymKeys(database, config.clock());
    this.caseKeys = new CaseKeys(database, config.clock());
    StoredDeliveries.Means means =
        new StoredDeliveries.Means(
            database,
            parties,
            correlator,
            standing::balance,
            secret,
            pseudonyms,
            caseKeys,
            ledger,
            config.clock());
    this.means = means;
    this.deliveries = new StoredDeliveries(means);
    this.withholdings = new StoredWithholdings(means);
    this.recalls =
        new RecallWork(
            new RecallWork.Means(
                database,
                parties,
                grounds,
                receipts(),
                new RecallWork.LedgerSides(
                    new Traces(database, secret), new StoredQuestions(database, secret), ledger),
                () -> standing.balance().policy(),
                new SecureRandom(),
                config.clock()));
    this.contributions = new Contributions(database, parties);
    this.statistics =
        new StoredStatistics(
            new StoredStatistics.Means(
                database, parties, standing::balance, this::keyOf, config.clock()));
    this.scales =
        new BacklogWeighbridge(
            new StoredBacklogs(database, parties),
            () -> standing.balance().policy(),
            config.clock());
  }

  private StoredRoster roster(SpineConfig config, Knowledge knowledge) throws IOException {
    Optional<String> given = Optional.empty();
    if (config.circle().isPresent()) {
      given = Optional.of(Files.readString(config.circle().get()));
    }
    return new StoredRoster(
        database,
        config.clock(),
        new StoredRoster.Rules(
            knowledge.read(),
            new Growth(newcomers()),
            id ->
                newcomers()
                    .find(id)
                    .filter(each -> each.stage() == Newcomer.Stage.SETTLING)
                    .isPresent(),
            knowledge.conflicts(),
            standing::judge,
            standing::swap),
        given,
        Standing.NOBODY);
  }

  /** Opens the spine of a data folder; networks are known by the circle's own claims. */
  public static Spine open(SpineConfig config) {
    return open(config, Knowledge.with(Tables.NONE));
  }

  /** Opens the spine of a data folder; a second one on the same folder is refused. */
  public static Spine open(SpineConfig config, Knowledge knowledge) {
    try {
      Folders.passable(config.data().toAbsolutePath());
      FolderLock lock = FolderLock.on(config.data());
      try {
        return open(config, knowledge, lock);
      } catch (IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Spine open(SpineConfig config, Knowledge knowledge, FolderLock lock)
      throws IOException {
    Database database =
        config
            .database()
            .map(Database::open)
            .orElseGet(() -> Database.embedded(config.data().resolve("postgresql")));
    try {
      Spine spine = new Spine(config, knowledge, lock, database);
      spine.reading.start();
      return spine;
    } catch (IOException | RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  public Intake intake() {
    return intake;
  }

  /** The ways in, each with its own intake and its last report. */
  public WaysIn waysIn() {
    return waysIn;
  }

  public ReportBook reports() {
    return reports;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  /** What is withheld from whom, counted: for the demo's own view and the secretariat only. */
  public Withholdings withholdings() {
    return withholdings;
  }

  /** What follows from grounds that ended. */
  public RecallWork recalls() {
    return recalls;
  }

  /** What goes and what stays of the stored rows: for their holder and the secretariat only. */
  public Weighbridge scales() {
    return scales;
  }

  /** The published numbers of the circle's rows. */
  public StatisticsBook statistics() {
    return statistics;
  }

  /** Publishes the numbers of days that are due; returns how many days. */
  public int publishStatistics() {
    return statistics.publish();
  }

  /** Whose rows about whom there are, in groups that the balance decides alike. */
  public List<Contributions.Group> rowGroups() {
    return contributions.all();
  }

  /** Whether there is a row of such a group about a network. */
  public boolean hasRows(Contributions.Group group, Prefix network) {
    return contributions.has(group, network);
  }

  public Roster roster() {
    return roster;
  }

  /** Who is on its way into the circle. */
  public NewcomerBook newcomers() {
    return NewcomerBook.in(database.dataSource());
  }

  public Attributor attributor() {
    return standing;
  }

  public Correlator correlator() {
    return correlator;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** The ledger's signed heads, cut by whoever keeps the time. */
  public Heads heads() {
    return heads;
  }

  /** Takes the circle that the command line put into the database, if there is a newer one. */
  public boolean lookForCircle() {
    return roster.look();
  }

  /** The grounds that people record while the hub runs, with the policy files. */
  public GroundBook grounds() {
    return grounds;
  }

  /**
   * Takes policy files that changed, and grounds that another process recorded.
   *
   * @throws tenbin.spine.ground.GroundRefused when the files have faults; the ones from before stay
   */
  public boolean lookForGrounds() throws IOException {
    return grounds.look();
  }

  /**
   * Whether a circle could stand with the grounds beside it.
   *
   * @throws tenbin.spine.ground.GroundRefused when it could not
   */
  public void judge(Circle circle) {
    standing.judge(circle);
  }

  /** Removes what the circle keeps no longer. */
  public List<Removal> removeOverdue() {
    return new RetentionRound(config.data(), database, config.clock())
        .remove(roster.circle(), only);
  }

  /** Whether this hub holds the lock of the one that writes. */
  public boolean mayWrite() {
    try {
      only.check();
      return true;
    } catch (StorageFailure lost) {
      return false;
    }
  }

  /** Puts other tables of networks in place of those that stand; the circle stays. */
  public void know(Knowledge knowledge) {
    standing.know(knowledge);
  }

  /** Looks at this hub, its doors and its tables, for the secretariat. */
  public Checkup checkup(HealthBook doors, Supplier<List<TableState>> tables) {
    return new StoredCheckup(
        new StoredCheckup.Means(
            database,
            config.data().resolve("raw"),
            config.intake().reserveBytes(),
            waysIn,
            this::mayWrite,
            doors,
            tables,
            config.clock()));
  }

  /** The key of what a recipient sees: ids and pseudonyms; one for each thread of work. */
  public RecipientKey keyOf(MemberId recipient) {
    return StoredDeliveries.key(means, recipient);
  }

  /** The 32 bytes of a key of people who sign in, by its name. */
  public byte[] signInKey(String name) {
    return secret.key("sign-in", name);
  }

  /**
   * Goes by keys of pseudonyms that were destroyed beside this hub, and destroys those of cases
   * that are over.
   */
  public void lookForPseudonyms() {
    pseudonyms.look();
    caseKeys.destroyOver();
  }

  /** What left for each recipient, as it may read it. */
  public ReceiptBook receipts() {
    return new StoredReceipts(database, secret);
  }

  /** What the ledger proves to whom. */
  public EvidenceBook evidence() {
    return heads.proofs();
  }

  /** The balance under the circle that stands now; ask anew for every decision. */
  public Balance balance() {
    return standing.balance();
  }

  /** How reading and every door are doing, for the secretariat and who runs the hub. */
  public HealthBook health() {
    return health;
  }

  /** For keys of doors and desks: each has its own use. */
  public HubSecret secret() {
    return secret;
  }

  /** For the desks' and doors' own tables (people, casework, channels). */
  public DataSource dataSource() {
    return database.dataSource();
  }

  /** Waits until every report acknowledged before this call is read; false when it takes longer. */
  public boolean awaitCaughtUp(Duration most) throws InterruptedException {
    return reading.awaitCaughtUp(most);
  }

  @Override
  public void close() {
    reading.close();
    only.close();
    database.close();
    try {
      lock.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

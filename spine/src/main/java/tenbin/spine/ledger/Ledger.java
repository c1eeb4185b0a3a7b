package tenbin.spine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/**
 * The book of everything that left: append only, each line's hash over the line and the hash before
 * it, the last one also in a file beside the database, and each line a leaf of its recipient's
 * tree, so that any change and any removal shows. What was sent stands in it only as a salted
 * commitment. Any thread; lines that are asked for at once become durable together.
 */
public final class Ledger {
  /** Lines in one transaction: some 100 ms of work. */
  private static final int MOST_TOGETHER = 500;

  private final Database database;
  private final HubSecret secret;
  private final HeadFile headFile;
  private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
  private Forest forest;
  private Head head;

  /** Opens the ledger of a hub that runs, whose folder holds its head. */
  public Ledger(Path data, Database database, HubSecret secret) {
    this.database = database;
    this.secret = secret;
    this.headFile = new HeadFile(data.resolve("ledger.head"));
    this.head = database.transact(Ledger::last);
    this.forest = database.transact(connection -> Forest.load(connection, secret));
    new OldLeaves(database).plant(() -> forest);
  }

  /** The last line: its number and its hash in hexadecimal. */
  record Head(long seq, String hash) {}

  private static Head last(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select seq, hash from ledger order by seq desc limit 1");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)))
          : new Head(0, Chain.BEGINNING);
    }
  }

  /** Writes a line, durably, and gives the receipt that its recipient can hold up. */
  public Receipt append(Entry told) {
    // The database keeps microseconds; the line says what the database says.
    Pending mine = new Pending(told.at(told.at().truncatedTo(ChronoUnit.MICROS)));
    write(mine);
    return mine.receipt();
  }

  private void write(Pending mine) {
    waiting.add(mine);
    synchronized (this) {
      while (!mine.isDone()) {
        writeWaiting();
      }
    }
  }

  /**
   * Writes down what became of deliveries, for their recipient and for those whom they were about:
   * once, however often it is asked for, and whenever the hub stopped before.
   *
   * @param name of the line, for ever
   * @return whether it was written now
   */
  public boolean appendOnce(Became became, String name) {
    Entry entry = became.entry();
    Pending mine = new Pending(entry.at(entry.at().truncatedTo(ChronoUnit.MICROS)), name);
    write(mine);
    return mine.isWritten();
  }

  /** Whoever comes first writes for all who wait. */
  private void writeWaiting() {
    List<Pending> together = new ArrayList<>();
    while (together.size() < MOST_TOGETHER) {
      Pending next = waiting.poll();
      if (next == null) {
        break;
      }
      together.add(next);
    }
    try {
      Head last = database.transact(connection -> write(connection, together));
      headFile.write(last);
      head = last;
      together.forEach(each -> each.done(secret));
    } catch (RuntimeException failed) {
      together.forEach(each -> each.failed(failed));
      recover();
    }
  }

  /** The trees in memory have grown by what was not written. */
  private void recover() {
    forest = database.transact(connection -> Forest.load(connection, secret));
    head = database.transact(Ledger::last);
  }

  private Head write(Connection connection, List<Pending> together) throws SQLException {
    Head last = head;
    if (Forgetting.count(connection) != forest.forgotten()) {
      forest = Forest.load(connection, secret);
    }
    try (Lines lines = new Lines(connection)) {
      for (Pending each : together) {
        if (!each.claim(connection, last.seq + 1)) {
          continue;
        }
        String text = each.plant(connection, forest, last.seq + 1);
        Head next = new Head(last.seq + 1, Chain.hash(last.hash, last.seq + 1, text));
        lines.add(each, last, next, text);
        last = next;
      }
      lines.flush();
    }
    return last;
  }

  /** How all trees stand, and the last line that is in them. */
  record Standings(long lastSeq, List<Forest.Standing> trees) {}

  synchronized Standings standings() {
    return new Standings(head.seq, forest.standings());
  }

  /** Makes a party's content unreadable: {@link Forgetting}. */
  synchronized boolean forget(String party) {
    boolean known = database.transact(connection -> Forgetting.forget(connection, party));
    forest.forget(party);
    return known;
  }

  /**
   * What a check found.
   *
   * @param lines that were checked
   * @param broken the first line that is not as it was written, 0 when none
   * @param why what is wrong, empty when nothing is
   */
  public record Verification(long lines, long broken, String why) {
    public boolean holds() {
      return why.isEmpty();
    }
  }

  /** Checks every line, every link, every tree and the heads. */
  public Verification verify() {
    return new LedgerCheck(database, secret, headFile.read()).verify();
  }

  /** The hash of the last line, to be published or witnessed elsewhere. */
  public synchronized String headHex() {
    return head.hash;
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}

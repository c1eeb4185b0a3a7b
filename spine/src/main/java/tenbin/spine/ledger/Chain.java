package tenbin.spine.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/** How the ledger's lines are linked: SHA-256 over link, number and line. */
final class Chain {
  /** What the first line links to. */
  static final String BEGINNING = "0".repeat(64);

  private static final String COMMITMENT = "commitment=";

  private Chain() {}

  static String hash(String previous, long seq, String text) {
    MessageDigest running = Digest.start();
    running.update(HexFormat.of().parseHex(previous));
    running.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    running.update(Ledger.utf8(text));
    return Digest.finish(running).hex();
  }

  static String commitmentOf(String text) {
    return text.substring(text.lastIndexOf(COMMITMENT) + COMMITMENT.length());
  }

  static Ledger.Verification verify(Connection connection, Optional<Ledger.Head> kept)
      throws SQLException {
    String previous = BEGINNING;
    long seq = 0;
    boolean met = kept.isEmpty() || kept.get().seq() == 0;
    try (Statement query = connection.createStatement()) {
      query.setFetchSize(1_000);
      try (ResultSet row =
          query.executeQuery(
              "select seq, recipient, entry, previous, hash from ledger order by seq")) {
        while (row.next()) {
          seq++;
          Optional<String> fault = fault(row, seq, previous);
          if (fault.isPresent()) {
            return new Ledger.Verification(seq, seq, fault.get());
          }
          previous = HexFormat.of().formatHex(row.getBytes(5));
          if (kept.isPresent() && kept.get().seq() == seq) {
            met = kept.get().hash().equals(previous);
          }
        }
      }
    }
    return met
        ? new Ledger.Verification(seq, 0, "")
        : new Ledger.Verification(
            seq, seq + 1, "the head kept beside the database is " + head(kept) + ", not there");
  }

  private static Optional<String> fault(ResultSet row, long seq, String previous)
      throws SQLException {
    if (row.getLong(1) != seq) {
      return Optional.of("line " + seq + " is missing");
    }
    if (!HexFormat.of().formatHex(row.getBytes(4)).equals(previous)) {
      return Optional.of("line " + seq + " does not link to the one before it");
    }
    boolean same =
        hash(previous, seq, row.getString(3)).equals(HexFormat.of().formatHex(row.getBytes(5)));
    boolean told = row.getString(3).contains("\nrecipient=" + row.getString(2) + "\n");
    return same && told ? Optional.empty() : Optional.of("line " + seq + " was changed");
  }

  private static String head(Optional<Ledger.Head> kept) {
    return kept.map(head -> head.seq() + " " + head.hash()).orElse("");
  }
}

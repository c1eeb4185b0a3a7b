package tenbin.spine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * The ledger as one recipient may read it: what left for itself, and nothing about anybody else.
 * Any thread.
 */
public interface ReceiptBook {
  /** The recipient's own lines, newest first. */
  List<Line> receipts(MemberId recipient, int skip, int most);

  /** The newest own line that commits to exactly these bytes. */
  Optional<Line> find(MemberId recipient, Digest digest);

  /**
   * One delivery.
   *
   * @param id of the receipt, keyed to the recipient
   * @param at when it left
   * @param purpose its code
   * @param outlet through what
   * @param format of the bytes
   * @param rows how many disclosures
   * @param bases the ids of the agreements it rested on
   * @param obligations that the recipient took on
   * @param commitment SHA-256 over salt and digest, hexadecimal: it stands in the ledger
   * @param salt hexadecimal, "" when its retention is over; with it the recipient checks a file
   *     against the commitment by itself
   */
  record Line(
      UUID id,
      Instant at,
      String purpose,
      String outlet,
      String format,
      long rows,
      List<String> bases,
      List<String> obligations,
      String commitment,
      String salt) {
    public Line {
      bases = List.copyOf(bases);
      obligations = List.copyOf(obligations);
    }
  }
}

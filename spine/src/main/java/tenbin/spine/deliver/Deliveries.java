package tenbin.spine.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.Receipt;

/** A member's own rows out. Everything it returns went through the balance just now. Any thread. */
public interface Deliveries {
  /**
   * The next rows behind a cursor: none twice, none missing.
   *
   * @throws BadCursor when the cursor is not one of this recipient's
   */
  Batch pull(Pull pull);

  /** One row by the id that the recipient knows. */
  Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id);

  /** The newest rows that fit, newest first, for a page. */
  List<Disclosure> newest(Search search, Outlet outlet);

  /**
   * The same within a case, for one of the members whom it concerns: names that the members of the
   * case share are told. Whoever asks has made sure that it is concerned.
   */
  List<Disclosure> newest(Search search, CaseKeys.Room room, Outlet outlet);

  /** Released rows per bucket of time and class, for a picture of one's own network. */
  List<Tally> tally(Search search, java.time.Duration bucket);

  /**
   * Released rows by cells of the recipient's own space, from the first day of the search on, for a
   * map of it. Whole days are counted.
   */
  Space space(Search search);

  /**
   * Counts what came for recipients of so many rows that one of their pages would wait for it: some
   * two seconds for a million that nobody has counted yet. Nothing leaves.
   *
   * @param least rows of the last month
   */
  void countAhead(long least);

  /**
   * Writes the ledger's line of bytes that are about to leave, and returns its receipt.
   *
   * @throws Overtaken when it was decided more than a second ago and the grounds changed since: the
   *     bytes must not go
   */
  Receipt record(Left left);

  /**
   * What a page asks for.
   *
   * @param recipient who
   * @param purpose what for
   * @param from observed at or after
   * @param to observed before
   * @param type RSIT type, empty for all
   * @param text an address, a prefix or a family, empty for all
   * @param most rows
   * @param skip rows to leave out, for the next page
   */
  record Search(
      MemberId recipient,
      Purpose purpose,
      Instant from,
      Instant to,
      String type,
      String text,
      int most,
      int skip) {}

  /** So many rows of a type in the bucket that begins then. */
  record Tally(Instant from, String type, long rows) {}

  /**
   * Bytes that left.
   *
   * @param recipient to whom
   * @param purpose what for
   * @param outlet through what
   * @param format of the bytes
   * @param footing what its Disclosures stand on
   * @param digest of the bytes
   */
  record Left(
      MemberId recipient,
      Purpose purpose,
      Outlet outlet,
      String format,
      Footing footing,
      tenbin.nouns.report.Digest digest) {
    /** How many Disclosures. */
    public long rows() {
      return footing.all().rows();
    }

    /** Their terms, all different ones. */
    public java.util.Set<tenbin.balance.Terms> terms() {
      return footing.all().terms();
    }
  }

  /** What was decided has been overtaken by other grounds: it has to be decided anew. */
  final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Overtaken() {
      super("the grounds changed since this was decided");
    }
  }

  /** A cursor that is not one of this recipient's. */
  final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadCursor(String message) {
      super(message);
    }
  }
}

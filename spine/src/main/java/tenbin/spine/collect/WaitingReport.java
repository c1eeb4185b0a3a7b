package tenbin.spine.collect;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * A report whose turn it is to be read.
 *
 * @param id its number
 * @param digest of its bytes
 * @param reporter for whom it is read
 * @param holder the reporter's number
 * @param name file name
 * @param marking by the reporter
 * @param mapping for plain CSV
 * @param receivedAt when it was acknowledged
 * @param progress calls of the reader that are committed
 * @param warningsKept warnings that are stored
 */
record WaitingReport(
    int id,
    Digest digest,
    MemberId reporter,
    int holder,
    String name,
    Optional<Tlp> marking,
    Optional<String> mapping,
    Instant receivedAt,
    long progress,
    int warningsKept) {
  /** Before the first one. */
  static final WaitingReport NONE =
      new WaitingReport(
          0,
          Digest.of(new byte[0]),
          new MemberId("nobody"),
          0,
          "",
          Optional.empty(),
          Optional.empty(),
          Instant.EPOCH,
          0,
          0);

  WaitingReport after(long calls, int warnings) {
    return new WaitingReport(
        id,
        digest,
        reporter,
        holder,
        name,
        marking,
        mapping,
        receivedAt,
        progress + calls,
        warningsKept + warnings);
  }
}

package tenbin.spine.collect;

import java.time.Instant;
import java.util.Map;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;

/**
 * What became of one report, for the member that sent it and the secretariat.
 *
 * @param digest identity
 * @param reporter who sent it
 * @param name file name
 * @param size bytes as received
 * @param receivedAt when it was acknowledged
 * @param state how far it is
 * @param format the format it was read as, or looks like; empty while unknown
 * @param rowsRead observations so far
 * @param rowsRefused rows lost, each with a warning
 * @param rowsFolded exact duplicates of what was there
 * @param faults how often each fault came up
 */
public record ReportStatus(
    Digest digest,
    MemberId reporter,
    String name,
    long size,
    Instant receivedAt,
    State state,
    String format,
    long rowsRead,
    long rowsRefused,
    long rowsFolded,
    Map<Fault, Long> faults) {
  /** How far. */
  public enum State {
    WAITING,
    READING,
    READ,
    /** Refused as a whole, or from some place on: {@code faults} says why. */
    REFUSED
  }

  public ReportStatus {
    faults = Map.copyOf(faults);
  }
}

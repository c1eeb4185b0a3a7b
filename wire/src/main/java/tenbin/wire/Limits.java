package tenbin.wire;

import java.time.Duration;

/**
 * What may be spent on one report. Each limit has its own refusal.
 *
 * @param mostBytes of the report as received and of everything unpacked from it
 * @param mostRatio unpacked to packed; DEFLATE itself cannot exceed 1032:1, real reports stay below
 *     60:1
 * @param mostRowBytes of one row; Shadowserver's longest types with certificates stay below 64 KiB
 * @param mostColumns of a header; Shadowserver knows 741 distinct columns over all types
 * @param mostDepth of nesting: JSON, archives in mails in mails
 * @param mostParts of one mail or archive
 * @param mostRows of one report
 * @param mostTime of reading one report
 */
public record Limits(
    long mostBytes,
    int mostRatio,
    int mostRowBytes,
    int mostColumns,
    int mostDepth,
    int mostParts,
    long mostRows,
    Duration mostTime) {
  /** A national day's largest file is 4 M rows of 310 bytes; four times that. */
  public static final Limits USUAL =
      new Limits(5L << 30, 200, 1 << 20, 2_000, 64, 1_000, 20_000_000, Duration.ofMinutes(30));

  /** The limits of what lies one level deeper: an archive in a mail, a mail in a mail. */
  public Limits within() {
    return new Limits(
        mostBytes,
        mostRatio,
        mostRowBytes,
        mostColumns,
        Math.max(0, mostDepth - 8),
        mostParts,
        mostRows,
        mostTime);
  }
}

package tenbin.spine.collect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.spine.correlate.Finding;
import tenbin.spine.storage.count.RowTally;
import tenbin.spine.storage.row.CopyBuffer;
import tenbin.spine.storage.row.FingerprintTable;
import tenbin.spine.storage.row.RowEncoder;

/**
 * What is committed at once: rows, folds, warnings and how far the report is. Filled by the reading
 * thread, written by the writing one, then used again.
 */
final class Chunk {
  /** Rows: enough that a commit's flush is nothing beside them, few enough to stay in the cache. */
  static final int MOST_ROWS = 30_000;

  /** Calls, where most rows fold or are refused. */
  static final int MOST_CALLS = 200_000;

  static final int MOST_BYTES = 16 << 20;

  final CopyBuffer rows = new CopyBuffer();
  final RowTally tally = new RowTally();
  final CopyBuffer folds = new CopyBuffer();

  /** Where each row's count of duplicates lies. */
  private final int[] timesPlaces = new int[MOST_ROWS];

  private FingerprintTable foldPlaces = new FingerprintTable();

  /** Parties that got rows, by marking. */
  final Map<Integer, BitSet> responsibleByMarking = new java.util.HashMap<>();

  final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  final List<Warning> warnings = new ArrayList<>();
  List<Finding> findings = List.of();
  List<RowEncoder.Fresh> fresh = List.of();
  WaitingReport report = WaitingReport.NONE;
  ReportStatus.State state = ReportStatus.State.READING;
  String format = "";
  long firstPosition;
  int rowCount;
  long calls;
  long read;
  long refused;
  long folded;

  void begin(WaitingReport of, long position) {
    rows.clear();
    tally.clear();
    folds.clear();
    foldPlaces = new FingerprintTable();
    responsibleByMarking.clear();
    faults.clear();
    warnings.clear();
    findings = List.of();
    fresh = List.of();
    report = of;
    state = ReportStatus.State.READING;
    firstPosition = position;
    rowCount = 0;
    calls = 0;
    read = 0;
    refused = 0;
    folded = 0;
  }

  /** Where its rows go. */
  RowEncoder.Into into() {
    return new RowEncoder.Into(rows, tally);
  }

  boolean isFull() {
    return rowCount >= MOST_ROWS || calls >= MOST_CALLS || rows.size() >= MOST_BYTES;
  }

  long nextPosition() {
    return firstPosition + rowCount;
  }

  void added(int timesPlace, int responsible, int marking) {
    timesPlaces[rowCount++] = timesPlace;
    responsibleByMarking.computeIfAbsent(marking, unseen -> new BitSet()).set(responsible);
  }

  /** Counts an exact duplicate of the row at a position, in this chunk or before it. */
  void fold(long position, int responsible) {
    folded++;
    if (position >= firstPosition) {
      RowEncoder.again(rows, timesPlaces[(int) (position - firstPosition)]);
      return;
    }
    long high = position * 0x9e37_79b9_7f4a_7c15L;
    long place = foldPlaces.get(high, position);
    if (place != FingerprintTable.ABSENT) {
      RowEncoder.again(folds, (int) place);
      return;
    }
    folds.row(5);
    folds.int4(responsible);
    folds.int8(position);
    folds.int4(report.id());
    folds.int8(report.progress());
    foldPlaces.put(high, position, folds.int4(1));
  }
}

package tenbin.wire.table;

import tenbin.nouns.report.Warning;

/** Takes what is wrong with a table, on the reader's thread. */
public interface TableSink {
  /** A line or an object was left out, with its place (the line's number) and the reason. */
  void damaged(Warning warning);
}

package tenbin.wire.asrel;

import tenbin.nouns.net.Asn;
import tenbin.wire.table.TableSink;

/** Takes pairs of ASes, in the file's order. */
public interface RelationRows extends TableSink {
  /** What the first of a line is to the second. */
  enum Kind {
    PROVIDER,
    PEER,
    SIBLING
  }

  /** Two different ASes, and what the first is to the second. */
  void pair(Asn first, Kind is, Asn second);
}

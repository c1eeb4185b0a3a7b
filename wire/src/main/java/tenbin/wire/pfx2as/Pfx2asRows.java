package tenbin.wire.pfx2as;

import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.table.TableSink;

/** Takes the prefixes of a table in its order. */
public interface Pfx2asRows extends TableSink {
  /**
   * One prefix.
   *
   * @param high the first half of its first address, as {@link Address} holds it
   * @param low the second half
   * @param bits as {@link Prefix#bits} counts
   * @param origins at least one, in the file's order; the members of a set stand beside the others
   */
  void prefix(long high, long low, int bits, long[] origins);
}

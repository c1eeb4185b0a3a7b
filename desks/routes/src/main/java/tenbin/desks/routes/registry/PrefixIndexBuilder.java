package tenbin.desks.routes.registry;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Puts told prefixes in order. Used once. */
final class PrefixIndexBuilder {
  /** How many bits the place of an IPv4 prefix in the list takes beside its key of 38. */
  private static final int PLACE_BITS = 25;

  /**
   * What came out.
   *
   * @param order the places in the list, by slot; those of equal prefixes in the order told
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Built(PrefixIndex index, int[] order) {}

  private final PrefixList list;
  private final int[] order;
  private int[] begin = new int[16];
  private int slots;

  private PrefixIndexBuilder(PrefixList list) {
    this.list = list;
    this.order = new int[list.size()];
  }

  static Built build(PrefixList list) {
    return new PrefixIndexBuilder(list).build();
  }

  private Built build() {
    long[] v4 = sortedV4();
    int[] bucket = buckets(v4);
    PrefixIndex.V6Keys v6 = sortedV6(order.length - countV6());
    begin = Arrays.copyOf(begin, slots + 1);
    begin[slots] = order.length;
    return new Built(new PrefixIndex(v4, bucket, v6, begin), order);
  }

  private int countV6() {
    int count = 0;
    for (int at = 0; at < list.size(); at++) {
      count += list.isV4(at) ? 0 : 1;
    }
    return count;
  }

  private long[] sortedV4() {
    long[] keys = new long[list.size() - countV6()];
    int count = 0;
    for (int at = 0; at < list.size(); at++) {
      if (list.isV4(at)) {
        long address = list.low(at) & 0xffff_ffffL;
        long key = address << PrefixIndex.LENGTH_BITS | list.bits(at) - PrefixIndex.V4_OFFSET;
        keys[count++] = key << PLACE_BITS | at;
      }
    }
    Arrays.sort(keys);
    for (int i = 0; i < count; i++) {
      order[i] = (int) (keys[i] & (1 << PLACE_BITS) - 1);
      long key = keys[i] >>> PLACE_BITS;
      if (slots == 0 || keys[slots - 1] != key) {
        keys[slots] = key;
        beginSlot(i);
      }
    }
    return Arrays.copyOf(keys, slots);
  }

  private static int[] buckets(long[] v4) {
    int shift = 32 + PrefixIndex.LENGTH_BITS - PrefixIndex.BUCKET_BITS;
    int[] bucket = new int[(1 << PrefixIndex.BUCKET_BITS) + 1];
    for (long key : v4) {
      bucket[(int) (key >>> shift) + 1]++;
    }
    for (int i = 1; i < bucket.length; i++) {
      bucket[i] += bucket[i - 1];
    }
    return bucket;
  }

  private PrefixIndex.V6Keys sortedV6(int from) {
    int[] places =
        IntStream.range(0, list.size())
            .filter(at -> !list.isV4(at))
            .boxed()
            .sorted(this::compare)
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(places, 0, order, from, places.length);
    int firstSlot = slots;
    long[] high = new long[places.length];
    long[] low = new long[places.length];
    byte[] bits = new byte[places.length];
    for (int i = 0; i < places.length; i++) {
      if (i == 0 || compare(places[i - 1], places[i]) != 0) {
        int at = slots - firstSlot;
        high[at] = list.high(places[i]);
        low[at] = list.low(places[i]);
        bits[at] = (byte) list.bits(places[i]);
        beginSlot(from + i);
      }
    }
    int count = slots - firstSlot;
    return new PrefixIndex.V6Keys(
        Arrays.copyOf(high, count), Arrays.copyOf(low, count), Arrays.copyOf(bits, count));
  }

  private int compare(int one, int other) {
    int byHigh = Long.compareUnsigned(list.high(one), list.high(other));
    int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(list.low(one), list.low(other));
    return byLow != 0 ? byLow : Integer.compare(list.bits(one), list.bits(other));
  }

  private void beginSlot(int entry) {
    if (slots == begin.length) {
      begin = Arrays.copyOf(begin, slots + (slots >> 1));
    }
    begin[slots++] = entry;
  }
}

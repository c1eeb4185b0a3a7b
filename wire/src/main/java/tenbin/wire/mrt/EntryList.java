package tenbin.wire.mrt;

import java.util.Arrays;
import tenbin.wire.bgp.Attributes;

/** The entries of one record of a table, used again for the next; at most 65,535. */
final class EntryList {
  private static final int USUAL = 64;

  private int[] peers = new int[USUAL];
  private long[] times = new long[USUAL];
  private long[] pathIds = new long[USUAL];
  private Attributes[] attributes = new Attributes[USUAL];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int peer, long since, long pathId, Attributes some) {
    if (size == peers.length) {
      grow();
    }
    peers[size] = peer;
    times[size] = since;
    pathIds[size] = pathId;
    attributes[size] = some;
    size++;
  }

  private void grow() {
    peers = Arrays.copyOf(peers, 2 * size);
    times = Arrays.copyOf(times, 2 * size);
    pathIds = Arrays.copyOf(pathIds, 2 * size);
    attributes = Arrays.copyOf(attributes, 2 * size);
  }

  int size() {
    return size;
  }

  int peer(int index) {
    return peers[index];
  }

  long since(int index) {
    return times[index];
  }

  long pathId(int index) {
    return pathIds[index];
  }

  Attributes attributes(int index) {
    return attributes[index];
  }
}

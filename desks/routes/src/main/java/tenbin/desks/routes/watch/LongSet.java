package tenbin.desks.routes.watch;

/** A set of numbers, in one array; 0 is never in it. */
final class LongSet {
  /** Beyond this nothing more is taken in: 16 Mi places are 128 MiB. */
  private static final int MOST = 12_000_000;

  private long[] places = new long[1 << 16];
  private int size;

  boolean has(long number) {
    return places[place(places, number)] == number && number != 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long number) {
    if (number == 0 || size >= MOST) {
      return;
    }
    int place = place(places, number);
    if (places[place] == 0) {
      places[place] = number;
      size++;
      if (size > places.length / 4 * 3) {
        grow();
      }
    }
  }

  private void grow() {
    long[] more = new long[places.length * 2];
    for (long each : places) {
      if (each != 0) {
        more[place(more, each)] = each;
      }
    }
    places = more;
  }

  /** Where it is, or would be. */
  private static int place(long[] places, long number) {
    int mask = places.length - 1;
    int at = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (places[at] != 0 && places[at] != number) {
      at = at + 1 & mask;
    }
    return at;
  }
}

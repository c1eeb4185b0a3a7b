package tenbin.desks.routes.origins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * The origins of every prefix as they were at one moment, in the order of prefixes. Taken in half a
 * second where the table is written; read by any thread afterwards.
 */
public final class OriginView {
  private record Seen(long origin, int by) {}

  private static final Comparator<Seen> MOST_FIRST =
      Comparator.comparingInt(Seen::by).reversed().thenComparingLong(Seen::origin);

  private final RouteTable table;
  private final int least;
  private final Map<Long, String> texts = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private @Nullable Prefix prefix;
  private long[] highs = new long[256];
  private long[] lows = new long[256];
  private byte[] bits = new byte[256];
  private String[] origins = new String[256];
  private int size;

  private OriginView(RouteTable table, int least) {
    this.table = table;
    this.least = Math.clamp(least, 1, Math.max(1, table.vantages()));
  }

  /**
   * What the table says now.
   *
   * @param least so many vantage points must have a route; all, where there are fewer of them
   */
  public static OriginView of(RouteTable table, int least) {
    OriginView view = new OriginView(table, least);
    table.forEach(view::route);
    view.tell();
    view.texts.clear();
    return view;
  }

  private void route(Prefix of, long origin, int by) {
    if (!of.equals(prefix)) {
      tell();
      prefix = of;
    }
    if (by >= least && origin != 0 && of.length() > 0) {
      seen.add(new Seen(origin, by));
    }
  }

  private void tell() {
    String text = seen.size() == 1 ? text(seen.getFirst().origin()) : texts();
    if (prefix != null && !text.isEmpty()) {
      add(prefix, text);
    }
    seen.clear();
  }

  private String texts() {
    seen.sort(MOST_FIRST);
    return seen.stream()
        .map(each -> text(each.origin()))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("_"));
  }

  /** Each made once: networks have many prefixes. */
  private String text(long origin) {
    return texts.computeIfAbsent(
        origin,
        some ->
            IntStream.of(table.members(some))
                .mapToObj(Integer::toUnsignedString)
                .collect(Collectors.joining(",")));
  }

  private void add(Prefix some, String text) {
    if (size == origins.length) {
      highs = Arrays.copyOf(highs, size * 2);
      lows = Arrays.copyOf(lows, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
      origins = Arrays.copyOf(origins, size * 2);
    }
    highs[size] = some.first().high();
    lows[size] = some.first().low();
    bits[size] = (byte) some.bits();
    origins[size++] = text;
  }

  /** How many prefixes have an origin. */
  public int size() {
    return size;
  }

  Iterator<OriginRow> rows() {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < size;
      }

      @Override
      public OriginRow next() {
        if (at == size) {
          throw new NoSuchElementException();
        }
        Prefix some = new Prefix(new Address(highs[at], lows[at]), bits[at] & 0xff);
        return new OriginRow(some, origins[at++]);
      }
    };
  }
}

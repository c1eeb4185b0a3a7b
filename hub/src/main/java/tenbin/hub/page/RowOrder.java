package tenbin.hub.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.net.Address;
import tenbin.nouns.time.Moment;

/**
 * An order of rows that a reader can choose: by what they show, so that an order tells nothing
 * else.
 *
 * @param column "" for the order of their coming, the newest first
 * @param down the largest first
 */
public record RowOrder(String column, boolean down) {
  /** Rows that are put into another order: what somebody may look through. */
  public static final int MOST = 1_000;

  private static final List<String> COLUMNS = List.of("time", "class", "about", "port", "severity");

  /** From an address: "port" or "-port"; anything else is the order of coming. */
  public static RowOrder of(String text) {
    boolean down = text.startsWith("-");
    String column = down ? text.substring(1) : text;
    return COLUMNS.contains(column) ? new RowOrder(column, down) : new RowOrder("", false);
  }

  public boolean isOfComing() {
    return column.isEmpty();
  }

  /** As an address says it. */
  public String text() {
    return (down ? "-" : "") + column;
  }

  /** What a click on a column's head asks for: that column, then the other way round, then none. */
  public String next(String clicked) {
    return !clicked.equals(column) ? clicked : down ? "" : "-" + clicked;
  }

  /** For a screen reader: "ascending", "descending" or "none". */
  public String aria(String of) {
    return !of.equals(column) ? "none" : down ? "descending" : "ascending";
  }

  Comparator<Disclosure> by() {
    Comparator<Disclosure> up =
        switch (column) {
          case "time" -> Comparator.comparing(RowOrder::time);
          case "class" ->
              Comparator.comparing(row -> row.kind().map(kind -> kind.rsit().type()).orElse(""));
          case "port" -> Comparator.comparingInt(row -> row.about().port());
          case "severity" -> Comparator.comparing(Disclosure::severity);
          default -> Comparator.comparing(RowOrder::address);
        };
    return (down ? up.reversed() : up)
        .thenComparing(Comparator.comparing(RowOrder::time).reversed());
  }

  private static Instant time(Disclosure row) {
    return row.time().map(Moment::instant).orElse(Instant.EPOCH);
  }

  private static Address address(Disclosure row) {
    return switch (row.aboutPlace()) {
      case Place.Exact(var address) -> address;
      case Place.Block(var network) -> network.first();
      case Place.System ignored -> Address.NONE;
      case Place.InSector ignored -> Address.NONE;
      case Place.Pseudonym ignored -> Address.NONE;
      case Place.Nowhere ignored -> Address.NONE;
    };
  }
}

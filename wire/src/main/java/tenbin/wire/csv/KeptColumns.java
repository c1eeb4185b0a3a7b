package tenbin.wire.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Extra;

/** What of a row no field takes, kept as written. Not for several threads. */
final class KeptColumns {
  /** Holds the values of a row that has more of them than the header has names. */
  static final String SURPLUS = "#surplus";

  private final Extra.Packer packer;
  private final int[] plain;
  private final int headerSize;
  private final CsvRows cells;

  KeptColumns(RowShape shape, Header header, Places places, CsvRows cells) {
    List<Column> columns = new ArrayList<>();
    header.names().forEach(name -> columns.add(new Column(name, shape.categories().apply(name))));
    columns.add(Column.unknown(SURPLUS));
    this.packer = new Extra.Packer(new Columns(columns));
    this.headerSize = header.size();
    this.plain = IntStream.range(0, headerSize).filter(at -> !places.hasRole(at)).toArray();
    this.cells = cells;
  }

  /** The first of some columns in which something stands, -1 when there is none. */
  int firstTold(int[] columns) {
    for (int at : columns) {
      if (at < cells.count() && isTold(at)) {
        keepOthers(columns, at);
        return at;
      }
    }
    return -1;
  }

  /** The values that did not win. */
  private void keepOthers(int[] columns, int winner) {
    for (int at : columns) {
      if (at != winner && at < cells.count() && isTold(at)) {
        keep(at);
      }
    }
  }

  /** A lone hyphen or question mark is how many reports write that they do not know. */
  private boolean isTold(int column) {
    int from = cells.from(column);
    int length = cells.to(column) - from;
    if (length == 1) {
      byte only = cells.bytes()[from];
      return only != '-' && only != '?';
    }
    return length > 0;
  }

  void keep(int column) {
    packer.add(column, cells.bytes(), cells.from(column), cells.to(column) - cells.from(column));
  }

  /** Everything kept of the row. */
  Extra pack() {
    byte[] bytes = cells.bytes();
    int count = cells.count();
    for (int at : plain) {
      if (at >= count) {
        break;
      }
      int from = cells.from(at);
      packer.add(at, bytes, from, cells.to(at) - from);
    }
    if (count > headerSize) {
      keepSurplus();
    }
    return packer.pack();
  }

  private void keepSurplus() {
    List<String> all = cells.texts();
    StringBuilder out = new StringBuilder();
    for (int i = headerSize; i < all.size(); i++) {
      out.append(i > headerSize ? "," : "").append(all.get(i));
    }
    packer.add(headerSize, out.toString());
  }

  /** Forgets what was kept of a row that is refused. */
  void forget() {
    packer.pack();
  }
}

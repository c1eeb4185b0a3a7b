package tenbin.hub.network;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.net.Prefix;
import tenbin.spine.deliver.CellTally;
import tenbin.spine.deliver.Space;

/**
 * A map of one's own space: each block a picture, its cells along Hilbert's curve, the darker the
 * more rows.
 *
 * @param panels the blocks, the largest first
 * @param left blocks that found no place
 * @param grain how large a cell is
 */
public record SpaceMap(List<Panel> panels, int left, Space.Grain grain) {
  /** What fits on a page; the table has them all. */
  private static final int MOST_PANELS = 24;

  private static final int LARGEST_SIDE = 384;
  private static final int LEAST_CELL = 3;
  private static final int MOST_CELL = 24;

  /** Colours from few to many. */
  private static final int SHADES = 5;

  /**
   * A block with its picture.
   *
   * @param block as claimed, or as much of it as was chosen
   * @param columns cells beside each other
   * @param lines of cells
   * @param side of a cell in the picture
   */
  public record Panel(
      Prefix block, long columns, long lines, int side, List<Square> squares, long rows) {
    public long width() {
      return columns * side;
    }

    public long height() {
      return lines * side;
    }

    /**
     * The squares as SVG, each a link to its rows: written at once, because a large member has
     * thousands. Nothing that somebody typed stands in it but the class, as an address has it.
     */
    public String drawing(Choice choice) {
      String type = choice.type().isEmpty() ? "" : "&amp;type=" + encode(choice.type(), UTF_8);
      String link =
          "\"><a tabindex=\"-1\" href=\"/network?range=" + choice.range() + type + "&amp;q=";
      String box = "h" + side + "v" + side + "h-" + side + "z";
      StringBuilder out = new StringBuilder(squares.size() * 160);
      for (Square each : squares) {
        out.append("<g class=\"")
            .append(each.css)
            .append(link)
            .append(each.cell)
            .append("\"><path d=\"M")
            .append(each.x)
            .append(' ')
            .append(each.y)
            .append(box)
            .append("\"><title>")
            .append(each.cell)
            .append(" · ")
            .append(each.rows)
            .append("</title></path></a></g>");
      }
      return out.toString();
    }
  }

  /** A cell that has rows; {@code css} names its colour. */
  public record Square(long x, long y, String css, Prefix cell, long rows) {}

  static SpaceMap of(List<Prefix> blocks, Space space) {
    Map<Prefix, Long> cells = new LinkedHashMap<>();
    space.cells().forEach(each -> cells.merge(each.cell(), each.rows(), Long::sum));
    long most = cells.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Panel> panels = new ArrayList<>();
    for (Prefix block : blocks) {
      panels.add(panel(block, cells, most, space.grain()));
    }
    panels.sort(
        Comparator.comparingLong(Panel::rows)
            .reversed()
            .thenComparingInt(each -> each.block().isV4() ? 0 : 1)
            .thenComparing(Panel::block));
    int shown = Math.min(MOST_PANELS, panels.size());
    return new SpaceMap(
        List.copyOf(panels.subList(0, shown)), panels.size() - shown, space.grain());
  }

  private static Panel panel(Prefix block, Map<Prefix, Long> cells, long most, Space.Grain grain) {
    int finest = block.isV4() ? grain.v4() : grain.v6();
    // A block smaller than a cell is one cell; one that is too large to draw has larger ones.
    int bits = Math.max(Math.min(finest, drawn(block)), 0);
    int across = Math.max(0, bits - block.length());
    Map<Prefix, Long> sums = new LinkedHashMap<>();
    cells.forEach((cell, rows) -> {
      if (block.contains(cell) || cell.contains(block)) {
        sums.merge(Prefix.around(cell.first(), Math.min(cell.length(), bits)), rows, Long::sum);
      }
    });
    Frame frame = Frame.of(block, bits, across);
    List<Square> squares = new ArrayList<>();
    long all = 0;
    for (Map.Entry<Prefix, Long> each : sums.entrySet()) {
      Prefix cell = Prefix.around(each.getKey().first(), bits);
      Hilbert.Point at = Hilbert.of(cell);
      String css = "h" + shade(each.getValue(), most);
      squares.add(
          new Square(
              (at.x() - frame.x) * frame.side,
              (at.y() - frame.y) * frame.side,
              css,
              cell,
              each.getValue()));
      all += each.getValue();
    }
    return new Panel(block, frame.columns, frame.lines, frame.side, List.copyOf(squares), all);
  }

  /** The length of the finest cell that is still large enough to be seen and hit. */
  private static int drawn(Prefix block) {
    int most = LARGEST_SIDE / LEAST_CELL;
    int bits = block.length() + 2 * (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(most));
    return bits % 2 == 0 ? bits : bits - 1;
  }

  /** Where a block lies in the square of all cells. */
  private record Frame(long x, long y, long columns, long lines, int side) {
    static Frame of(Prefix block, int bits, int across) {
      Prefix first = Prefix.around(block.first(), bits);
      long half = 1L << (across / 2);
      Hilbert.Point one = corner(first, half);
      if (across % 2 == 0) {
        return new Frame(one.x(), one.y(), half, half, side(half));
      }
      Hilbert.Point other = corner(Prefix.around(block.last(), bits), half);
      boolean beside = one.x() != other.x();
      return new Frame(
          Math.min(one.x(), other.x()),
          Math.min(one.y(), other.y()),
          beside ? 2 * half : half,
          beside ? half : 2 * half,
          side(2 * half));
    }

    /** The corner of the aligned square of so many cells around one. */
    private static Hilbert.Point corner(Prefix cell, long half) {
      Hilbert.Point at = Hilbert.of(cell);
      return new Hilbert.Point(at.x() / half * half, at.y() / half * half);
    }

    private static int side(long cells) {
      return Math.clamp(LARGEST_SIDE / cells, LEAST_CELL, MOST_CELL);
    }
  }

  /** By orders of magnitude: few rows and very many are both to be seen. */
  static int shade(long rows, long most) {
    if (most <= 1) {
      return SHADES;
    }
    double part = Math.log((double) rows) / Math.log((double) most);
    return (int) Math.clamp(1 + Math.floor(part * SHADES), 1, SHADES);
  }

  /** The cells with what they hold, for the table beside it. */
  static List<Cell> cells(Space space) {
    Map<Prefix, Cell> all = new LinkedHashMap<>();
    for (CellTally each : space.cells()) {
      Cell one = new Cell(each.cell(), each.rows(), each.own() ? each.rows() : 0, each.type());
      all.merge(each.cell(), one, Cell::and);
    }
    return List.copyOf(all.values());
  }

  /**
   * A cell with its rows.
   *
   * @param rows all
   * @param own those that the member's own reports told
   * @param type the classes, with a blank between
   */
  public record Cell(Prefix cell, long rows, long own, String type) {
    private Cell and(Cell other) {
      boolean known = (" " + type + " ").contains(" " + other.type + " ");
      return new Cell(
          cell, rows + other.rows, own + other.own, known ? type : type + " " + other.type);
    }

    public List<String> types() {
      return List.of(type.split(" "));
    }
  }
}

package tenbin.hub.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenbin.desks.routes.tell.Band;

/**
 * Paths as a picture: ASes as boxes, the origin at the right, links as thick as the band of vantage
 * points that have them. Places are the same at every moment, so that moments can be leafed
 * through.
 *
 * @param width of the picture
 * @param height of it
 * @param moments in order
 * @param left paths that found no place
 */
public record PathGraph(int width, int height, List<Moment> moments, int left) {
  private static final int BOX_WIDTH = 104;
  private static final int BOX_HEIGHT = 30;
  private static final int ACROSS = 150;
  private static final int DOWN = 46;
  private static final int EDGE = 14;

  /** Boxes above each other that a screen shows. */
  private static final int MOST_LINES = 12;

  private static final int MOST_COLUMNS = 8;

  /**
   * What is seen at a moment.
   *
   * @param at from when; ISO 8601 in UTC
   */
  public record Moment(java.time.Instant at, List<Box> boxes, List<Link> links) {
    public Moment {
      boxes = List.copyOf(boxes);
      links = List.copyOf(links);
    }
  }

  /** An AS. */
  public record Box(int x, int y, String asn, boolean accused, boolean on) {
    public int width() {
      return BOX_WIDTH;
    }

    public int height() {
      return BOX_HEIGHT;
    }
  }

  /** Two ASes beside each other in paths that somebody has. */
  public record Link(int x1, int y1, int x2, int y2, String band, int thick, String title) {}

  private record Node(int column, String asn) {}

  /** The picture of what is told of paths. */
  static PathGraph of(List<RouteView.Path> paths, String accused) {
    Map<Node, Integer> lines = new LinkedHashMap<>();
    int left = place(paths, lines);
    int columns = 1 + lines.keySet().stream().mapToInt(Node::column).max().orElse(0);
    int most = 1 + lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int width = 2 * EDGE + (columns - 1) * ACROSS + BOX_WIDTH;
    Places places = new Places(lines, width, accused);
    TreeMap<java.time.Instant, List<RouteView.Path>> byTime = new TreeMap<>();
    paths.forEach(each -> byTime.computeIfAbsent(each.at(), at -> new ArrayList<>()).add(each));
    List<Moment> moments = new ArrayList<>();
    byTime.forEach((at, some) -> moments.add(places.moment(at, some)));
    return new PathGraph(width, 2 * EDGE + (most - 1) * DOWN + BOX_HEIGHT, moments, left);
  }

  /** Columns are counted from the origin; returns how many ASes found no line. */
  private static int place(List<RouteView.Path> paths, Map<Node, Integer> lines) {
    Map<Integer, Integer> filled = new TreeMap<>();
    java.util.Set<Node> left = new java.util.HashSet<>();
    for (RouteView.Path path : paths) {
      List<String> ases = ases(path.text());
      for (int column = 0; column < ases.size(); column++) {
        Node node = new Node(column, ases.get(column));
        int line = filled.getOrDefault(column, 0);
        if (lines.containsKey(node)) {
          continue;
        }
        if (line == MOST_LINES || column >= MOST_COLUMNS) {
          left.add(node);
        } else {
          lines.put(node, line);
          filled.put(column, line + 1);
        }
      }
    }
    return left.size();
  }

  /** From the origin on, each AS once however often it repeats itself. */
  private static List<String> ases(String path) {
    List<String> all = new ArrayList<>();
    for (String each : path.split(" ", -1)) {
      if (all.isEmpty() || !all.getLast().equals(each)) {
        all.add(each);
      }
    }
    Collections.reverse(all);
    return all;
  }

  private record Places(Map<Node, Integer> lines, int width, String accused) {
    Moment moment(java.time.Instant at, List<RouteView.Path> paths) {
      Map<Node, Boolean> on = new LinkedHashMap<>();
      lines.keySet().forEach(each -> on.put(each, false));
      Map<String, Link> links = new LinkedHashMap<>();
      for (RouteView.Path path : paths) {
        List<String> ases = ases(path.text());
        for (int column = 0; column < ases.size(); column++) {
          Node node = new Node(column, ases.get(column));
          on.replace(node, true);
          if (column > 0) {
            link(node, new Node(column - 1, ases.get(column - 1)), path.band(), links);
          }
        }
      }
      List<Box> boxes = new ArrayList<>();
      on.forEach((node, seen) ->
          boxes.add(
              new Box(x(node), y(node), "AS" + node.asn, accused.equals("AS" + node.asn), seen)));
      return new Moment(at, boxes, List.copyOf(links.values()));
    }

    private void link(Node from, Node to, Band band, Map<String, Link> links) {
      if (!lines.containsKey(from) || !lines.containsKey(to)) {
        return;
      }
      int thick =
          switch (band) {
            case NONE, ONE -> 1;
            case FEW -> 3;
            case SOME -> 5;
            case MANY -> 8;
          };
      Link link =
          new Link(
              x(from) + BOX_WIDTH,
              y(from) + BOX_HEIGHT / 2,
              x(to),
              y(to) + BOX_HEIGHT / 2,
              band.text(),
              thick,
              "AS" + from.asn + " → AS" + to.asn);
      links.merge(
          from.column + from.asn + to.asn,
          link,
          (one, other) -> one.thick >= other.thick ? one : other);
    }

    private int x(Node node) {
      return width - EDGE - BOX_WIDTH - node.column * ACROSS;
    }

    private int y(Node node) {
      return EDGE + lines.getOrDefault(node, 0) * DOWN;
    }
  }
}

package tenbin.hub.routes;

import java.time.Instant;
import java.util.List;
import tenbin.desks.routes.tell.Band;
import tenbin.desks.routes.tell.PastTold;
import tenbin.desks.routes.tell.RouteFacts;

/**
 * An answer of the looking glass for a template.
 *
 * @param told what the balance released
 * @param at the time that was asked for
 * @param until the end of what changed
 * @param lines in the order of time
 * @param graph their paths
 */
public record PastView(
    PastTold told, Instant at, Instant until, List<PastLine> lines, PathGraph graph) {
  public PastView {
    lines = List.copyOf(lines);
  }

  static PastView of(PastTold told, Looking looking) {
    List<PastLine> lines = PastLine.of(told);
    PathGraph graph = PathGraph.of(new PastMoments(looking.at(), lines).paths(), "");
    return new PastView(told, looking.at(), looking.until(), lines, graph);
  }

  public boolean kept() {
    return told.kept();
  }

  /** The first time that can be asked; null where there is none, as templates want it. */
  public @org.jspecify.annotations.Nullable Instant first() {
    return told.first().orElse(null);
  }

  /** What one's own routers had at the time. */
  public List<PastLine> own() {
    return lines.stream().filter(PastLine::isState).toList();
  }

  /** What the circle's feeds had at the time. */
  public List<PastLine> circle() {
    return lines.stream().filter(each -> !each.isOwn() && !each.at().isAfter(at)).toList();
  }

  /** What changed behind it. */
  public List<PastLine> steps() {
    return lines.stream().filter(each -> !each.isState() && each.at().isAfter(at)).toList();
  }

  /** Whether the circle's feeds may be asked this. */
  public boolean mayCircle() {
    return told.circle().isPresent();
  }

  /** How many of one's own routers were heard then, and how many of them had told all. */
  public String ownHeard() {
    return number(PastFile.fact(told.own(), RouteFacts.COUNT));
  }

  public String ownWhole() {
    return number(PastFile.fact(told.own(), RouteFacts.NOW));
  }

  /** How many of the circle's, as a band. */
  public String circleHeard() {
    return told.circle().map(each -> number(PastFile.fact(each, RouteFacts.COUNT))).orElse("");
  }

  public String circleWhole() {
    return told.circle().map(each -> number(PastFile.fact(each, RouteFacts.NOW))).orElse("");
  }

  private static String number(String text) {
    return text.isEmpty() ? Band.NONE.text() : text;
  }

  /** A time of which something is missing. */
  public record Hole(Instant begin, Instant end, String words) {}

  public List<Hole> ownHoles() {
    return holes(told.own());
  }

  public List<Hole> circleHoles() {
    return told.circle().map(PastView::holes).orElse(List.of());
  }

  private static List<Hole> holes(PastTold.Part part) {
    return PastFile.fact(part, RouteFacts.EVENT)
        .lines()
        .map(each -> each.split("\t", 3))
        .map(each -> new Hole(Instant.parse(each[0]), Instant.parse(each[1]), each[2]))
        .toList();
  }

  /** Behind which prefix there is more; "" for nothing. */
  public String next() {
    String own = told.own().next();
    String circle = told.circle().map(PastTold.Part::next).orElse("");
    if (own.isEmpty() || circle.isEmpty()) {
      return own + circle;
    }
    boolean first =
        tenbin.nouns.net.Prefix.parse(own).compareTo(tenbin.nouns.net.Prefix.parse(circle)) < 0;
    return first ? own : circle;
  }
}

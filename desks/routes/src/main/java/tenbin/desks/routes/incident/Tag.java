package tenbin.desks.routes.incident;

/**
 * One reason for or against something being wrong.
 *
 * @param name in the desk's words: "vrp-invalid", "seen-before"
 * @param score above zero speaks for it, below against; their sum is the confidence
 * @param detail what exactly: a ROA, a route object, a day
 */
public record Tag(String name, int score, String detail) implements Comparable<Tag> {
  /** A member declares now what was suspected before. */
  public static final String DECLARED = "declared-since";

  /** Registries say now what was suspected before. */
  public static final String REGISTERED = "registered-since";

  /** One vantage point alone has it: a number of the hub's routers stands in it. */
  public static final String SOLE_WITNESS = "sole-witness";

  /** Many prefixes at once: a number of everybody's stands in it. */
  public static final String MANY_PREFIXES = "many-prefixes";

  /** Belongs to a mass: an incident's number inside the hub stands in it. */
  public static final String PART_OF = "part-of";

  @Override
  public int compareTo(Tag other) {
    int byScore = Integer.compare(other.score, score);
    return byScore != 0 ? byScore : name.compareTo(other.name);
  }

  /** "vrp-invalid +4 (AS64500 up to /24)". */
  @Override
  public String toString() {
    String signed = score > 0 ? "+" + score : Integer.toString(score);
    return detail.isEmpty() ? name + " " + signed : name + " " + signed + " (" + detail + ")";
  }
}

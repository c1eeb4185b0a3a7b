package tenbin.desks.routes.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Tag;

/**
 * Why, for one reader: what the watch counted over everybody's routers and prefixes (how many saw
 * it, how many there are) is counted anew over what the reader may know, and an incident that is
 * named goes by the reader's own name for it.
 */
final class Reasons {
  /** From here on the number itself speaks for a fault of somebody's. */
  private static final int MANY = 10;

  private static final int VERY_MANY = 100;

  private Reasons() {}

  /**
   * The tags of an incident.
   *
   * @param prefixes how many of them the reader may know
   * @param name how the reader knows an incident
   */
  static List<Tag> of(Incident incident, int prefixes, UnaryOperator<String> name) {
    List<Tag> all = new ArrayList<>();
    for (Tag each : incident.evidence()) {
      switch (each.name()) {
        case Tag.SOLE_WITNESS, Tag.MANY_PREFIXES -> {
          // Its band of vantage points says the one; the other follows.
        }
        case Tag.PART_OF -> all.add(new Tag(each.name(), each.score(), named(each, name)));
        default -> all.add(each);
      }
    }
    if (prefixes > MANY) {
      int score = prefixes > VERY_MANY ? 4 : 2;
      all.add(new Tag(Tag.MANY_PREFIXES, score, prefixes + " prefixes"));
    }
    all.sort(null);
    return all;
  }

  private static String named(Tag tag, UnaryOperator<String> name) {
    try {
      return name.apply(UUID.fromString(tag.detail()).toString());
    } catch (IllegalArgumentException none) {
      return "";
    }
  }

  static int score(List<Tag> reasons) {
    return reasons.stream().mapToInt(Tag::score).sum();
  }
}

package tenbin.desks.routes.tell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.net.Asn;

/**
 * Takes the detail out of every tag that names a feed, a router or a router's AS. What registries
 * and tables say of an origin stays, whoever that is: everybody can look it up, and where it were
 * missing, that would say whose router it was. So does the AS that does it, which is told.
 */
final class Betrayal {
  private static final Pattern WORDS = Pattern.compile("[^0-9A-Za-z.:/_-]+");

  private static final Set<String> OF_ORIGINS =
      Set.of(
          "irr-match",
          "irr-mismatch",
          "new-origin",
          "other-route-object",
          "roa-for-stranger",
          "roa-gone",
          "seen-before",
          "vrp-invalid",
          "vrp-valid");

  private final Set<String> names = new HashSet<>();

  Betrayal(List<PathSeen> steps, Asn by) {
    for (PathSeen each : steps) {
      names.add(each.from().feed());
      names.add(each.from().address().toString());
      names.add(each.from().asn().toString());
      names.add("AS" + each.from().asn());
    }
    names.remove(by.toString());
    names.remove("AS" + by);
  }

  /** The tags with their scores; what betrays is cut. */
  List<Tag> without(List<Tag> evidence) {
    return evidence.stream()
        .map(each -> betrays(each) ? new Tag(each.name(), each.score(), "") : each)
        .toList();
  }

  private boolean betrays(Tag tag) {
    boolean named =
        !OF_ORIGINS.contains(tag.name())
            && WORDS.splitAsStream(tag.detail()).anyMatch(names::contains);
    return named || tag.detail().contains(Owner.MEMBERS_FEED);
  }
}

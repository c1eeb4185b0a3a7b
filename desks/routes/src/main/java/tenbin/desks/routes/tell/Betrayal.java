package tenbin.desks.routes.tell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.Tag;

/** Takes the detail out of every tag that names a feed, a router or a router's AS. */
final class Betrayal {
  private static final Pattern WORDS = Pattern.compile("[^0-9A-Za-z.:/_-]+");

  private final Set<String> names = new HashSet<>();

  Betrayal(List<PathSeen> steps) {
    for (PathSeen each : steps) {
      names.add(each.from().feed());
      names.add(each.from().address().toString());
      names.add(each.from().asn().toString());
      names.add("AS" + each.from().asn());
    }
  }

  /** The tags with their scores; what betrays is cut. */
  List<Tag> without(List<Tag> evidence) {
    return evidence.stream()
        .map(each -> betrays(each.detail()) ? new Tag(each.name(), each.score(), "") : each)
        .toList();
  }

  private boolean betrays(String detail) {
    return WORDS.splitAsStream(detail).anyMatch(names::contains)
        || detail.contains(Owner.MEMBERS_FEED);
  }
}

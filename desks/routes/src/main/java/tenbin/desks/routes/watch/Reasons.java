package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Tag;

/** Why a track is one: of each name the reason that weighs most, and what its size says. */
final class Reasons {
  /** Reasons that come of its size, each time anew. */
  private static final Set<String> OWN = Set.of(Tag.SOLE_WITNESS, Tag.MANY_PREFIXES);

  private static final int MANY = 10;
  private static final int VERY_MANY = 100;

  /** One of fewer vantage points is no sign of anything. */
  private static final int FEW_VANTAGES = 4;

  private final Map<String, Tag> tags = new HashMap<>();

  void add(Tag tag) {
    tags.merge(tag.name(), tag, (a, b) -> Math.abs(b.score()) > Math.abs(a.score()) ? b : a);
  }

  /** Those that it had before the start. */
  void resumed(Incident before) {
    before.evidence().stream().filter(each -> !OWN.contains(each.name())).forEach(this::add);
  }

  /** How large a track is, as far as that speaks for or against it. */
  record Size(int prefixes, int networks, int vantages, int of) {}

  /** All of them, those that weigh most first. */
  List<Tag> all(Size size) {
    List<Tag> all = new ArrayList<>(tags.values());
    if (size.vantages() == 1 && size.of() > FEW_VANTAGES) {
      all.add(new Tag(Tag.SOLE_WITNESS, -2, "1 of " + size.of() + " vantage points"));
    }
    if (size.prefixes() > MANY) {
      String many = size.prefixes() + " prefixes of " + size.networks() + " networks";
      all.add(new Tag(Tag.MANY_PREFIXES, size.prefixes() > VERY_MANY ? 4 : 2, many));
    }
    all.sort(null);
    return all;
  }
}

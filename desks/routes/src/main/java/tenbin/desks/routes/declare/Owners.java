package tenbin.desks.routes.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Prefix;

/** Who answers for the prefixes of one family. */
final class Owners {
  private final Blocks blocks;
  private final List<Optional<Owner>> owners;

  /** Of owners in the order of their prefixes, without doubles. */
  Owners(List<Owner> sorted) {
    blocks = new Blocks(sorted.stream().map(owner -> owner.watched().prefix()).toList());
    owners = sorted.stream().map(Optional::of).toList();
  }

  int size() {
    return blocks.size();
  }

  Optional<Owner> exact(Prefix prefix) {
    return at(blocks.exact(prefix));
  }

  Optional<Owner> around(Prefix prefix) {
    return at(blocks.around(prefix));
  }

  private Optional<Owner> at(int place) {
    return place < 0 ? Optional.empty() : owners.get(place);
  }

  List<Owner> inside(Prefix prefix) {
    List<Owner> inside = new ArrayList<>();
    for (int at = blocks.behind(prefix); at < blocks.size(); at++) {
      Optional<Owner> owner = owners.get(at);
      if (owner.isEmpty() || !prefix.contains(owner.get().watched().prefix())) {
        break;
      }
      inside.add(owner.get());
    }
    return inside;
  }
}

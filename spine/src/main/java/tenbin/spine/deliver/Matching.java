package tenbin.spine.deliver;

import java.time.Instant;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Kind;

/**
 * Whether a disclosure fits a search, by what it shows: what is not released cannot be searched
 * for, or a search would tell it.
 */
final class Matching {
  private final Deliveries.Search search;
  private final Optional<Prefix> prefix;

  Matching(Deliveries.Search search) {
    this.search = search;
    this.prefix = Prefix.tryParse(search.text().trim());
  }

  Optional<Prefix> prefix() {
    return prefix;
  }

  /** Whether something of that kind may fit, if all of it is released; not less than what does. */
  boolean mayFit(Kind kind) {
    String word = search.text().trim();
    return (search.type().isEmpty() || kind.rsit().type().equals(search.type()))
        && (word.isEmpty()
            || prefix.isPresent()
            || kind.family().equalsIgnoreCase(word)
            || Sector.all().stream().anyMatch(sector -> isCalled(sector, word)));
  }

  boolean fits(Disclosure row) {
    return fitsTime(row) && fitsKind(row) && fitsText(row);
  }

  private boolean fitsTime(Disclosure row) {
    return row.time()
        .map(time -> time.instant())
        .filter(at -> !at.isBefore(search.from()) && isBefore(at, search.to()))
        .isPresent();
  }

  private static boolean isBefore(Instant at, Instant end) {
    return at.isBefore(end);
  }

  private boolean fitsKind(Disclosure row) {
    return search.type().isEmpty()
        || row.kind().map(kind -> kind.rsit().type()).filter(search.type()::equals).isPresent();
  }

  private static boolean holds(Prefix block, Place place) {
    return switch (place) {
      case Place.Exact(Address address) -> block.contains(address);
      case Place.Block(Prefix network) -> block.contains(network);
      case Place.System ignored -> false;
      case Place.InSector ignored -> false;
      case Place.Pseudonym ignored -> false;
      case Place.Nowhere ignored -> false;
    };
  }

  private static boolean fitsWord(Disclosure row, String word) {
    boolean family =
        row.kind().map(Kind::family).filter(each -> each.equalsIgnoreCase(word)).isPresent();
    Sector sector = row.aboutSector();
    return family || sector.isKnown() && isCalled(sector, word);
  }

  private static boolean isCalled(Sector sector, String word) {
    return sector.word().equalsIgnoreCase(word)
        || sector.english().equalsIgnoreCase(word)
        || sector.japanese().equals(word);
  }

  private boolean fitsText(Disclosure row) {
    if (search.text().isBlank()) {
      return true;
    }
    return prefix
        .map(block -> holds(block, row.sourcePlace()) || holds(block, row.destinationPlace()))
        .orElseGet(() -> fitsWord(row, search.text().trim()));
  }
}

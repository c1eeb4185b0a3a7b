package tenbin.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.PseudonymKeys;
import tenbin.spine.roster.Roster;

/**
 * A member's own rows of a case: of its class and family, from its first hour to its last, by what
 * the member is told of both. Names that the case's members share for addresses stand in them where
 * a ground demands such names, until the case has been over for as long as any pseudonym lives.
 */
public final class CaseSightings {
  /** What rows are told for. */
  public static final Purpose PURPOSE = Purpose.NOTIFY_AFFECTED_CUSTOMER;

  private final Deliveries deliveries;
  private final Roster roster;

  public CaseSightings(Deliveries deliveries, Roster roster) {
    this.deliveries = deliveries;
    this.roster = roster;
  }

  /** The newest of them. */
  public List<Disclosure> of(CaseBook.Shared shared, MemberId viewer, Outlet outlet, int most) {
    Disclosure seen = shared.seen();
    String from = seen.fact(CaseFacts.FROM);
    String to = seen.fact(CaseFacts.TO);
    String type = seen.fact(CaseFacts.TYPE);
    if (from.isEmpty() || to.isEmpty() || type.isEmpty()) {
      return List.of();
    }
    Deliveries.Search search =
        new Deliveries.Search(
            viewer,
            PURPOSE,
            Instant.parse(from),
            Instant.parse(to).plus(Duration.ofHours(1)),
            type,
            seen.fact(CaseFacts.FAMILY),
            most,
            0);
    CaseKeys.Room room = new CaseKeys.Room(shared.circle().caseId(), ends(shared.circle().over()));
    return deliveries.newest(search, room, outlet);
  }

  /** When a case has no names any more: with the rows, or as any pseudonym's key. */
  private Instant ends(Instant over) {
    Instant rows = over.atZone(ZoneOffset.UTC).plus(roster.circle().retention().rows()).toInstant();
    Instant names = over.plus(PseudonymKeys.LIFE);
    return rows.isBefore(names) ? rows : names;
  }
}

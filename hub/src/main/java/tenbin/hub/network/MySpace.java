package tenbin.hub.network;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Prefix;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Space;
import tenbin.spine.roster.Roster;

/** A member's own space at a moment: what page and API both show of it. */
public final class MySpace {
  /** The newest rows, for the bands: as many as a page decides anew in a blink. */
  private static final int NEWEST = 500;

  private final Deliveries deliveries;
  private final Roster roster;
  private final Clock clock;

  public MySpace(Deliveries deliveries, Roster roster, Clock clock) {
    this.deliveries = deliveries;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * A look at it.
   *
   * @param space counts by cells
   * @param map of it
   * @param coverage of the claimed blocks
   * @param cells the same as the map's, as lines
   * @param newest the rows that the bands are of, for the ledger
   */
  public record Sight(
      Space space,
      SpaceMap map,
      Coverage coverage,
      List<SpaceMap.Cell> cells,
      List<Disclosure> newest) {
    public Sight {
      cells = List.copyOf(cells);
      newest = List.copyOf(newest);
    }

    /** All rows of the choice that the space counts. */
    public long rows() {
      return cells.stream().mapToLong(SpaceMap.Cell::rows).sum() + space.elsewhere();
    }
  }

  /** What a member sees of a choice. */
  public Sight look(MemberId member, Choice choice, Outlet outlet) {
    Instant now = clock.instant();
    List<Prefix> blocks = blocks(member, choice, now);
    Space space = deliveries.space(choice.rows(member, now, NEWEST, 0));
    List<Disclosure> newest = deliveries.newest(choice.rows(member, now, NEWEST, 0), outlet);
    return new Sight(
        space,
        SpaceMap.of(blocks, space),
        Coverage.of(blocks, space, newest),
        SpaceMap.cells(space),
        newest);
  }

  /** The blocks that a member claims now, none inside another; of them what was chosen. */
  private List<Prefix> blocks(MemberId member, Choice choice, Instant now) {
    List<Prefix> claimed =
        roster.circle().member(member).map(each -> each.claims()).orElse(List.of()).stream()
            .filter(claim -> claim.validity().holdsAt(now))
            .map(Claim::network)
            .filter(Network.Block.class::isInstance)
            .map(network -> ((Network.Block) network).prefix())
            .sorted()
            .distinct()
            .toList();
    Optional<Prefix> chosen = Prefix.tryParse(choice.q());
    List<Prefix> outer = new ArrayList<>();
    for (Prefix each : claimed) {
      if (outer.stream().noneMatch(other -> other.contains(each))) {
        outer.add(each);
      }
    }
    return outer.stream()
        .filter(each -> chosen.isEmpty() || chosen.get().overlaps(each))
        .map(each -> chosen.filter(each::contains).orElse(each))
        .toList();
  }
}

package tenbin.hub.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.net.Prefix;
import tenbin.spine.deliver.CellTally;
import tenbin.spine.deliver.Space;

/**
 * What of one's own ranges is observed: how many cells, by how many rows, told by oneself or by
 * others, and how many members saw the same, as bands. Nobody is named, no number of others is
 * told.
 *
 * @param ranges one line for each claimed block
 * @param elsewhere rows that tell no address of a block
 * @param sampled how many of the newest rows the bands are of
 */
public record Coverage(List<Range> ranges, long elsewhere, int sampled) {
  /**
   * A claimed block.
   *
   * @param addresses how many it has; of IPv6 how many /48
   * @param cells how many it has
   * @param seen of them with rows
   * @param rows all
   * @param own those that the member's own reports told
   * @param bands the newest rows by how many members saw the same
   */
  public record Range(
      Prefix block,
      BigInteger addresses,
      long cells,
      long seen,
      long rows,
      long own,
      Map<SeenBy, Long> bands) {
    public Range {
      bands = Map.copyOf(bands);
    }

    /** What others told. */
    public long others() {
      return rows - own;
    }

    /** A band's rows, 0 where there are none. */
    public long band(SeenBy band) {
      return bands.getOrDefault(band, 0L);
    }

    /** Observed cells, of a hundred. */
    public long percent() {
      return cells == 0 ? 0 : Math.round(100.0 * seen / cells);
    }
  }

  static Coverage of(List<Prefix> blocks, Space space, List<Disclosure> newest) {
    List<Range> ranges = new ArrayList<>();
    for (Prefix block : blocks) {
      ranges.add(range(block, space, newest));
    }
    ranges.sort(
        Comparator.comparingInt((Range each) -> each.block().isV4() ? 0 : 1)
            .thenComparing(Range::block));
    return new Coverage(List.copyOf(ranges), space.elsewhere(), newest.size());
  }

  private static Range range(Prefix block, Space space, List<Disclosure> newest) {
    Set<Prefix> seen = new HashSet<>();
    long rows = 0;
    long own = 0;
    for (CellTally each : space.cells()) {
      if (block.contains(each.cell()) || each.cell().contains(block)) {
        seen.add(each.cell());
        rows += each.rows();
        own += each.own() ? each.rows() : 0;
      }
    }
    int grain = block.isV4() ? space.grain().v4() : space.grain().v6();
    int across = Math.clamp(grain - block.length(), 0, Long.SIZE - 2);
    return new Range(
        block,
        BigInteger.ONE.shiftLeft(Math.max(0, (block.isV4() ? 32 : 48) - block.length())),
        1L << across,
        seen.size(),
        rows,
        own,
        bands(block, newest));
  }

  private static Map<SeenBy, Long> bands(Prefix block, List<Disclosure> newest) {
    Map<SeenBy, Long> bands = new EnumMap<>(SeenBy.class);
    for (Disclosure row : newest) {
      Optional<SeenBy> band = row.seenBy();
      if (band.isPresent() && lies(row.aboutPlace(), block)) {
        bands.merge(band.get(), 1L, Long::sum);
      }
    }
    return bands;
  }

  private static boolean lies(Place place, Prefix block) {
    return switch (place) {
      case Place.Exact(var address) -> block.contains(address);
      case Place.Block(Prefix network) -> block.contains(network);
      case Place.System ignored -> false;
      case Place.InSector ignored -> false;
      case Place.Pseudonym ignored -> false;
      case Place.Nowhere ignored -> false;
    };
  }
}

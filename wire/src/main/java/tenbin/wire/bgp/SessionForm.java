package tenbin.wire.bgp;

import java.util.Set;

/**
 * How the UPDATEs of a session are written, as both OPENs settled it.
 *
 * @param width of AS numbers (RFC 6793)
 * @param withIds the families whose prefixes have path identifiers (RFC 7911)
 * @param side where the speaker stands
 */
public record SessionForm(AsWidth width, Set<AfiSafi> withIds, Side side) {
  public SessionForm {
    withIds = Set.copyOf(withIds);
  }

  /** Whether prefixes of a family have identifiers. */
  PathIds ids(int afi, int safi) {
    return withIds.contains(new AfiSafi(afi, safi)) ? PathIds.BEFORE_PREFIX : PathIds.NONE;
  }
}

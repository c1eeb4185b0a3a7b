package tenbin.wire.bgp;

/** In which families of a session prefixes have path identifiers before them (RFC 7911). */
@FunctionalInterface
interface IdsOf {
  IdsOf NOWHERE = (afi, safi) -> PathIds.NONE;
  IdsOf EVERYWHERE = (afi, safi) -> PathIds.BEFORE_PREFIX;

  /** Whether those of this family have. */
  PathIds of(int afi, int safi);
}

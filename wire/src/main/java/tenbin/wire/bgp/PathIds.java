package tenbin.wire.bgp;

/** Whether prefixes have a path identifier before them (RFC 7911). */
public enum PathIds {
  NONE,
  BEFORE_PREFIX
}

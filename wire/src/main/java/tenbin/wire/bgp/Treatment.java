package tenbin.wire.bgp;

/** What a broken UPDATE costs, the weakest first (RFC 7606 section 2). */
public enum Treatment {
  /** The attribute counts as not told; the routes stay. */
  ATTRIBUTE_DISCARD,
  /** The routes of the message count as withdrawn. */
  TREAT_AS_WITHDRAW,
  /** The family of routes is no longer believed in this session (RFC 4760 section 7). */
  AFI_SAFI_DISABLE,
  /** The session ends. */
  SESSION_RESET
}

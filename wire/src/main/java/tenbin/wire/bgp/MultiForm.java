package tenbin.wire.bgp;

/** How the attribute of routes of other families is written. */
public enum MultiForm {
  /** As in an UPDATE (RFC 4760 section 3). */
  WHOLE,
  /** As in a table, which names the prefix itself (RFC 6396 section 4.3.4). */
  NEXT_HOP_ALONE
}

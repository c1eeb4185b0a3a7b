package tenbin.wire.bmp;

/** Which table of a router a message is of. */
public enum View {
  /** What a peer told it, before its policy (RFC 7854 section 5). */
  IN_BEFORE_POLICY,
  /** What its policy left of that. */
  IN_AFTER_POLICY,
  /** What it would tell a peer, before its policy (RFC 8671). */
  OUT_BEFORE_POLICY,
  /** What it tells a peer. */
  OUT_AFTER_POLICY,
  /** What it uses itself (RFC 9069). */
  LOCAL
}

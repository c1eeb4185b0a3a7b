package tenbin.wire.rislive;

/** What a message was. */
public enum RisKind {
  /** Of a peer: routes, or something else of its session. */
  ROUTES,
  /** The answer to a ping. */
  PONG,
  /** The answer to a subscription. */
  SUBSCRIBED,
  /** The server says that something is wrong; told as a warning too. */
  ERROR,
  /** Something that is not known, which is left out. */
  OTHER,
  /** Not read; told as a warning. */
  DAMAGED
}

package tenbin.desks.routes.detect;

/**
 * Something that a path should not have, whatever prefix it leads to. AS numbers are unsigned.
 *
 * @param what is wrong
 * @param at the index in the path's hops of the AS that did it, 0 the nearest to whoever looks
 * @param by that AS
 * @param from the AS on its far side, from which it has the route
 * @param to the AS on its near side, to which it told it; 0 where it is the nearest itself
 * @param why the reasons
 */
record PathFault(What what, int at, int by, int from, int to, Why why) {
  /** Kinds of faults. */
  enum What {
    /** Learnt from a provider or peer, told to another (RFC 7908). */
    LEAK,
    /** Two ASes beside each other that nobody knows to be neighbours. */
    UNKNOWN_LINK,
    /** An AS behind one that it is never behind. */
    LOCKED,
    /** A number that is nobody's. */
    BOGON_ASN,
    /** A member carries an AS that it does not name. */
    UNNAMED_CUSTOMER,
    /** Declared providers contradict it (ASPA). */
    NOT_A_PROVIDER
  }
}

package tenbin.wire.bgp;

/** Where a speaker stands: some attributes belong inside an AS only. */
public enum Side {
  /** Of another AS. */
  EXTERNAL,
  /** Of our own AS. */
  INTERNAL,
  /** Heard through a router that monitors it: everything is kept as told. */
  MONITORED
}

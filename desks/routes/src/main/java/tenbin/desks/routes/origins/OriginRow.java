package tenbin.desks.routes.origins;

import tenbin.nouns.net.Prefix;

/**
 * A line of a file.
 *
 * @param prefix which
 * @param origins "64496", several with "_" between, members of a set with ","; "0" for nobody
 */
record OriginRow(Prefix prefix, String origins) {
  /** From now on nobody originates it (RFC 7607). */
  static final String NOBODY = "0";

  /** The line, as CAIDA's tables have it. */
  @Override
  public String toString() {
    return prefix.first() + "\t" + prefix.length() + "\t" + origins;
  }
}

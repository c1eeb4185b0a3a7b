package tenbin.desks.routes.tell;

import java.util.Locale;

/** As what somebody sees an incident. */
public enum Scope {
  /** Of the circle's group for routes: all of it. */
  GROUP,
  /** Its own prefixes are touched: those. */
  OWN,
  /** Its own routers saw it: what they saw. */
  WITNESS,
  /** Outside the circle, and asked in its registry: prefixes of its own route objects. */
  MAINTAINER;

  /** "own". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

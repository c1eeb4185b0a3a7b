package tenbin.desks.routes.playbook;

import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What to change where the routes are right and a registry is not: a route object (RFC 2622 section
 * 4, RFC 4012 section 3) and a ROA (RFC 9582).
 *
 * @param prefix as announced
 * @param origin who announces it rightly
 * @param before whom the registry names; absent where it names nobody
 */
public record RegistryFix(Prefix prefix, Asn origin, Asn before) {
  /** The object as it should stand. */
  public String object() {
    String name = prefix.isV4() ? "route: " : "route6:";
    return name + "     " + prefix + "\norigin:     AS" + origin + "\n";
  }

  /** The object to remove; "" where there is none. */
  public String remove() {
    return before.isPresent() && !before.equals(origin)
        ? new RegistryFix(prefix, before, Asn.NONE).object()
        : "";
  }

  /** The ROA that would make it valid: "AS64496, 192.0.2.0/24, up to /24". */
  public String roa() {
    return "AS" + origin + ", " + prefix + ", up to /" + prefix.length();
  }
}

package tenbin.desks.routes.session;

import java.util.List;
import java.util.Optional;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.Open;

/**
 * What we say that we are to a neighbour, and what we ask of it (RFC 9234 section 4).
 *
 * @param ours our role; the neighbour's is {@link Role#other} of it, whatever it says or not
 * @param silence what becomes of one that says no role
 */
public record Stance(Role ours, Silence silence) {
  private static final String STRICT = ",strict";

  /** What becomes of a neighbour that says no role. */
  public enum Silence {
    /** The session comes about, and its routes are held against the role that it should have. */
    TAKEN,
    /** Strict mode (section 4.2): it is refused. */
    REFUSED
  }

  /**
   * "customer", "rs-client,strict".
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Stance parse(String text) {
    boolean strict = text.endsWith(STRICT);
    String role = strict ? text.substring(0, text.length() - STRICT.length()) : text;
    return new Stance(Role.parse(role), strict ? Silence.REFUSED : Silence.TAKEN);
  }

  /** What the neighbour is to us. */
  Role theirs() {
    return ours.other();
  }

  /** Why an OPEN does not go with it (section 4.2); empty where it does. */
  Optional<String> mismatch(Open told) {
    List<Capability.Role> roles =
        told.capabilities().stream()
            .filter(Capability.Role.class::isInstance)
            .map(Capability.Role.class::cast)
            .distinct()
            .toList();
    if (roles.isEmpty()) {
      return silence == Silence.TAKEN
          ? Optional.empty()
          : Optional.of("it says no role, and as our " + theirs() + " it has to");
    }
    if (roles.size() > 1) {
      return Optional.of("it says several roles: " + roles);
    }
    return roles.getFirst().equals(theirs().capability())
        ? Optional.empty()
        : Optional.of("role mismatch: it says " + roles.getFirst() + ", and we are " + ours);
  }

  /** "customer", "rs-client,strict". */
  @Override
  public String toString() {
    return ours + (silence == Silence.REFUSED ? STRICT : "");
  }
}

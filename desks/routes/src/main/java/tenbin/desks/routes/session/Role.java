package tenbin.desks.routes.session;

import java.util.Locale;
import tenbin.wire.bgp.Capability;

/** What a speaker is to the other end of its session (RFC 9234 section 4.1). */
public enum Role {
  PROVIDER(0, "provider"),
  RS(1, "rs"),
  RS_CLIENT(2, "rs-client"),
  CUSTOMER(3, "customer"),
  PEER(4, "peer");

  private final int number;
  private final String text;

  Role(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /**
   * The role of a word: "rs-client".
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Role parse(String word) {
    for (Role each : values()) {
      if (each.text.equals(word.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "no such role: " + word + "; known: provider, rs, rs-client, customer, peer");
  }

  /** What the other end is then (RFC 9234 section 4.2, table 2). */
  public Role other() {
    return switch (this) {
      case PROVIDER -> CUSTOMER;
      case CUSTOMER -> PROVIDER;
      case RS -> RS_CLIENT;
      case RS_CLIENT -> RS;
      case PEER -> PEER;
    };
  }

  /** As an OPEN says it, by its number in the registry (RFC 9234 table 1). */
  Capability.Role capability() {
    return new Capability.Role(number);
  }

  /** "rs-client". */
  @Override
  public String toString() {
    return text;
  }
}

package tenbin.desks.routes.session;

import java.util.Locale;
import tenbin.wire.bgp.Capability;

/** What a speaker is to the other end of its session (RFC 9234 section 4.1). */
public enum Role {
  PROVIDER("provider"),
  RS("rs"),
  RS_CLIENT("rs-client"),
  CUSTOMER("customer"),
  PEER("peer");

  private final String text;

  Role(String text) {
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

  /** As an OPEN says it: its place here is its number in the registry (RFC 9234 table 1). */
  Capability.Role capability() {
    return new Capability.Role(ordinal());
  }

  /** "rs-client". */
  @Override
  public String toString() {
    return text;
  }
}

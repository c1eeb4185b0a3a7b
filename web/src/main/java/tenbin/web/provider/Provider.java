package tenbin.web.provider;

import java.net.URI;
import java.util.Set;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import tenbin.nouns.member.MemberId;

/**
 * A sign-in of an organisation's own, as the operator of the hub names it.
 *
 * @param name its word in addresses
 * @param label what people call it
 * @param issuer its identity; below it lies its description (OpenID Connect Discovery 1.0)
 * @param client the hub's name there
 * @param secret the hub's secret there; empty for a client without one
 * @param algorithm how it signs
 * @param members whose people it may speak for; empty for those of all members
 * @param strong values of {@code acr} by which it says that it asked for two factors
 * @param signOut whether who signs out here signs out there too
 */
public record Provider(
    String name,
    String label,
    URI issuer,
    String client,
    String secret,
    SignatureAlgorithm algorithm,
    Set<MemberId> members,
    Set<String> strong,
    boolean signOut) {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

  /**
   * A provider.
   *
   * @throws IllegalArgumentException when its name is no word of an address, or its issuer neither
   *     https nor on this machine (OpenID Connect Core section 16.17 asks for TLS)
   */
  public Provider {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("name has 1 to 40 of a-z, 0-9 and -: \"" + name + "\"");
    }
    if (label.isBlank() || client.isBlank()) {
      throw new IllegalArgumentException("label and client are needed");
    }
    String host = issuer.getHost() == null ? "" : issuer.getHost();
    boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    boolean plain = "http".equals(issuer.getScheme()) && here;
    if (host.isEmpty() || !("https".equals(issuer.getScheme()) || plain)) {
      throw new IllegalArgumentException("issuer is no https address: " + issuer);
    }
    members = Set.copyOf(members);
    strong = Set.copyOf(strong);
  }

  /** Whether it may speak for people of that member. */
  public boolean serves(MemberId member) {
    return members.isEmpty() || members.contains(member);
  }

  /** Scheme, host and port, as a content security policy names them. */
  String origin() {
    int port = issuer.getPort();
    return issuer.getScheme() + "://" + issuer.getHost() + (port < 0 ? "" : ":" + port);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Provider[" + name + ", " + issuer + "]";
  }
}

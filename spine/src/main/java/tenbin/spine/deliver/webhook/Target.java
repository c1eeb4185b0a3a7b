package tenbin.spine.deliver.webhook;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Scope;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;

/**
 * Where a webhook goes: a URL that was checked. The hub stands inside networks that its members
 * must not reach through it, so only public addresses are called, and the connection is made to the
 * very address that was checked: a name that changes its mind between check and call gains nothing.
 *
 * @param secure https
 * @param host name or address, lower case, no brackets
 * @param port 1 to 65535
 * @param path with query, beginning with "/"
 */
record Target(boolean secure, String host, int port, String path) {
  private static final int MOST_URL = 2_000;

  /** Reads a URL and holds it against the rules, all but the name's addresses. */
  static Target parse(String url, WebhookRules rules) throws NotSent {
    URI uri = uri(url);
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    String host = uri.getHost();
    if (host == null || !secure && !plain) {
      throw NotSent.never(Cause.NO_HTTPS_HOST);
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw NotSent.never(Cause.USER_IN_URL);
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String bare = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$", "");
    Target target = new Target(secure, bare, port, path + query);
    if (target.isDisguised()) {
      throw NotSent.never(Cause.NOT_PUBLIC, bare);
    }
    boolean maybeLoopback = rules.loopback() == WebhookRules.Loopback.ALLOWED;
    if (!maybeLoopback && (!secure || !rules.ports().contains(port))) {
      throw NotSent.never(Cause.WRONG_PORT, portsOf(rules));
    }
    return target;
  }

  private static String portsOf(WebhookRules rules) {
    return rules.ports().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static URI uri(String url) throws NotSent {
    if (url.length() > MOST_URL || !url.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw NotSent.never(Cause.NOT_A_URL, "ASCII, 1-" + MOST_URL);
    }
    try {
      return new URI(url);
    } catch (URISyntaxException wrong) {
      throw NotSent.never(Cause.NOT_A_URL, wrong.getReason());
    }
  }

  /**
   * Whether the host is an address and no name. Names are looked up only when something is sent: an
   * answer at once would let a member ask for the names inside the hub's network.
   */
  boolean isLiteral() {
    return host.contains(":") || host.matches("[0-9.]+") || host.equals("localhost");
  }

  /**
   * Whether the host is written so that some resolvers take it for an address and others for a
   * name: 0x7f.1, 2130706433, 0177.0.0.1, or this machine by another of its names (RFC 6761 section
   * 6.3).
   */
  private boolean isDisguised() {
    String last = host.replaceAll("\\.$", "").replaceAll(".*\\.", "");
    boolean number = last.matches("[0-9]+|0x[0-9a-f]*");
    return number && !host.matches("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})")
        || last.equals("localhost") && !host.equals("localhost");
  }

  /**
   * The address to connect to. Every address of the name must be allowed: a name that points to a
   * public and to a private one is somebody's try.
   */
  InetSocketAddress resolve(Resolving resolving, WebhookRules rules) throws NotSent {
    List<InetAddress> addresses;
    try {
      addresses = resolving.addresses(host);
    } catch (UnknownHostException unknown) {
      throw NotSent.later(Cause.NO_ADDRESS, host);
    }
    for (InetAddress each : addresses) {
      check(each, rules);
    }
    return new InetSocketAddress(addresses.getFirst(), port);
  }

  private void check(InetAddress inet, WebhookRules rules) throws NotSent {
    Scope scope = address(inet).scope();
    boolean loopback = scope == Scope.LOOPBACK && rules.loopback() == WebhookRules.Loopback.ALLOWED;
    boolean open = scope == Scope.GLOBAL && secure && rules.ports().contains(port);
    if (!loopback && !open || carriesAnother(inet)) {
      throw NotSent.never(Cause.NOT_PUBLIC, host);
    }
  }

  /**
   * NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380) and ISATAP (RFC 5214 section 6.1)
   * addresses lead to an IPv4 address inside them, which may be anything.
   */
  private static boolean carriesAnother(InetAddress inet) {
    byte[] bytes = inet.getAddress();
    if (bytes.length != 16) {
      return false;
    }
    int first = ByteBuffer.wrap(bytes).getInt();
    boolean isatap = (ByteBuffer.wrap(bytes).getInt(8) & 0xfdff_ffff) == 0x0000_5efe;
    return first == 0x0064_ff9b || first >>> 16 == 0x2002 || first == 0x2001_0000 || isatap;
  }

  private static Address address(InetAddress inet) {
    ByteBuffer bytes = ByteBuffer.wrap(inet.getAddress());
    return bytes.remaining() == 4
        ? Address.ofV4(bytes.getInt())
        : new Address(bytes.getLong(), bytes.getLong());
  }

  /** What the Host field says (RFC 9110 section 7.2). */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }
}

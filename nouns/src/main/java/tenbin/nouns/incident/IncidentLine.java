package tenbin.nouns.incident;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.incident.IncidentFault.What;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.nouns.observation.Rsit;

/**
 * One line of one field.
 *
 * @param value as kept; as typed where it is at fault
 * @param fault what is wrong with it
 */
record IncidentLine(String value, Optional<What> fault) {
  /** MD5, SHA-1, SHA-256, SHA-384, SHA-512 in hexadecimal digits. */
  private static final Set<Integer> HASH_LENGTHS = Set.of(32, 40, 64, 96, 128);

  private static final int MOST_PORT = 65_535;

  static IncidentLine read(IncidentField.Shape shape, String typed, ZoneId zone) {
    if (typed.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
      return wrong(typed, What.CONTROL_CHARACTER);
    }
    return switch (shape) {
      case KIND -> of(Rsit.tryOfType(typed).map(Rsit::type), typed, What.NOT_A_KIND);
      case TIME -> of(IncidentText.zoned(typed, zone), typed, What.NOT_A_TIME);
      case SERVERS -> of(server(whole(typed)), typed, What.NOT_AN_ADDRESS);
      case DOMAINS ->
          of(HostName.tryParse(whole(typed)).map(HostName::ascii), typed, What.NOT_A_DOMAIN);
      case URLS -> of(url(whole(typed)), typed, What.NOT_A_URL);
      case HASHES -> of(hash(typed), typed, What.NOT_A_HASH);
      case LINE, TEXT, DERIVED -> new IncidentLine(typed, Optional.empty());
    };
  }

  private static IncidentLine of(Optional<String> read, String typed, What what) {
    return read.map(value -> new IncidentLine(value, Optional.empty()))
        .orElseGet(() -> wrong(typed, what));
  }

  private static IncidentLine wrong(String typed, What what) {
    return new IncidentLine(typed, Optional.of(what));
  }

  /** People write marks so that nobody clicks on them: "hxxps://evil[.]example". */
  private static String whole(String typed) {
    return typed
        .replace("[.]", ".")
        .replace("(.)", ".")
        .replace("[:]", ":")
        .replaceFirst("^[hH][xX]{2}[pP]", "http");
  }

  private static Optional<String> server(String text) {
    Optional<Address> bare = Address.tryParse(text);
    if (bare.isPresent()) {
      return bare.map(Address::toString);
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    Optional<Address> address =
        Address.tryParse(bracketed ? host.substring(1, host.length() - 1) : host);
    String port = text.substring(colon + 1);
    boolean good = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= MOST_PORT;
    return good && (bracketed || host.indexOf(':') < 0)
        ? address.map(each -> (bracketed ? "[" + each + "]" : each) + ":" + Integer.parseInt(port))
        : Optional.empty();
  }

  private static Optional<String> url(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean good = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
      return good ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }

  private static Optional<String> hash(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    boolean good = HASH_LENGTHS.contains(plain.length()) && plain.matches("[0-9a-f]+");
    return good ? Optional.of(plain) : Optional.empty();
  }
}

package tenbin.web.signin;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/**
 * The client certificate that a program shows instead of a secret.
 *
 * @param certificate SHA-256 of it, as a whole (DER)
 * @param shown whether a program has shown it with the secret once; it counts from then on alone
 */
public record Bound(Digest certificate, boolean shown) {
  /** A certificate's SHA-256 as people have it: 64 hexadecimal digits, with colons or without. */
  public static Optional<Digest> tryParse(String typed) {
    return Digest.tryParse(typed.strip().replace(":", "").toLowerCase(Locale.ROOT));
  }

  /** Its first bytes, as {@code openssl x509 -fingerprint} writes them. */
  public String brief() {
    byte[] all = HexFormat.of().parseHex(certificate.hex());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(all, 0, 8) + "…";
  }
}

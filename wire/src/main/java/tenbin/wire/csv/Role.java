package tenbin.wire.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a column means for an observation; the name is how tables and mappings write it. */
public enum Role {
  TIME("time"),
  TRANSPORT("transport"),
  SEVERITY("severity"),
  CLASS("class"),
  IDENTIFIER("identifier"),
  FAMILY("family"),
  SOURCE_ADDRESS("source.address"),
  SOURCE_PORT("source.port"),
  SOURCE_ASN("source.asn"),
  SOURCE_HOST("source.host"),
  /** A mailbox (RFC 5321 section 4.1.2) whose domain is the source's host. */
  SOURCE_MAILBOX("source.mailbox"),
  SOURCE_REVERSE("source.reverse"),
  DESTINATION_ADDRESS("destination.address"),
  DESTINATION_PORT("destination.port"),
  DESTINATION_ASN("destination.asn"),
  DESTINATION_HOST("destination.host"),
  DESTINATION_REVERSE("destination.reverse"),
  URL("url"),
  SENSOR("sensor"),
  COUNT("count");

  private static final Map<String, Role> BY_WORD = new HashMap<>();

  static {
    for (Role each : values()) {
      BY_WORD.put(each.word, each);
    }
  }

  private final String word;

  Role(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The role of a word; empty for a word that is none. */
  public static Optional<Role> tryParse(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}

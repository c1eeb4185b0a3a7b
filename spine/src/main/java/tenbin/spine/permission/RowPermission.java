package tenbin.spine.permission;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an organisation permits of what members saw of its network: which parts of their rows, to
 * whom, until when. What for is always the same: that its operator can tell it (P1). Each list is
 * closed.
 *
 * @param parts of rows
 * @param recipients {@link #RESPONSIBLE} or members
 * @param until from when on no longer
 */
public record RowPermission(Set<Part> parts, Set<String> recipients, Instant until) {
  /** Whichever member is responsible for the address at the time of a row. */
  public static final String RESPONSIBLE = "responsible";

  /** A part of a row, in words that somebody outside understands, with its fields. */
  public enum Part {
    /** Which of its addresses, and with whom they spoke. */
    ADDRESSES("source-address", "source-asn", "destination-address", "destination-asn"),
    /** When. */
    TIME("time"),
    /** Ports and protocol. */
    PORTS("source-port", "destination-port", "transport"),
    /** Names of hosts and addresses of pages. */
    NAMES(
        "source-host",
        "source-reverse-name",
        "destination-host",
        "destination-reverse-name",
        "url"),
    /** How often, and what else was kept of the communication. */
    REST("count", "extra", "kept-C2");

    /** With commas between: what an enum keeps does not change. */
    private final String fields;

    Part(String... fields) {
      this.fields = String.join(",", fields);
    }

    /** As policy files name them. */
    public List<String> fields() {
      return List.of(fields.split(","));
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> tryParse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The part that a field belongs to; none of a field that is nobody's communication. */
    public static Optional<Part> ofField(String field) {
      return Arrays.stream(values()).filter(each -> each.fields().contains(field)).findFirst();
    }
  }

  public RowPermission {
    parts = Set.copyOf(parts);
    recipients = Set.copyOf(recipients);
    if (parts.isEmpty() || recipients.isEmpty()) {
      throw new IllegalArgumentException("permits nothing to anybody");
    }
  }

  Set<String> fields() {
    Set<String> all = new TreeSet<>();
    parts.forEach(each -> all.addAll(each.fields()));
    return all;
  }

  /** All of it in one line, the same for the same permission. */
  String words() {
    return new TreeSet<>(parts) + " " + new TreeSet<>(recipients) + " " + until;
  }
}

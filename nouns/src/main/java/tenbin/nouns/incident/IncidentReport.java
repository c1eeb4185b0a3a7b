package tenbin.nouns.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;

/**
 * What an organisation told of an incident. It stays as it was told; who may know what of it is
 * decided field by field, each time anew.
 *
 * @param id inside the hub; a recipient sees one of its own
 * @param subject to whom it happened
 * @param holder who knows it: the operator that the organisation told, or the organisation itself
 * @param toldAt when
 * @param zone in which its times were told
 * @param marking the teller's (TLP 2.0)
 * @param asking whether the teller may be asked to permit more
 * @param values by field, none empty
 */
public record IncidentReport(
    UUID id,
    PartyId subject,
    PartyId holder,
    Instant toldAt,
    ZoneId zone,
    Tlp marking,
    Asking asking,
    Map<IncidentField, String> values) {
  /** Whether somebody may come back with a question. */
  public enum Asking {
    WELCOME,
    NOT_WANTED
  }

  public IncidentReport {
    Map<IncidentField, String> all = new EnumMap<>(IncidentField.class);
    values.forEach((field, value) -> {
      if (!value.isBlank()) {
        all.put(field, value);
      }
    });
    values = Collections.unmodifiableMap(all);
  }

  /** A field's value, "" when it was not told. */
  public String value(IncidentField field) {
    return values.getOrDefault(field, "");
  }
}

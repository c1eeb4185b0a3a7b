package tenbin.nouns.incident;

import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.consent.Category;

/**
 * The fields of an incident report, each with its category (DISCLOSURE section 2), its name in
 * policy files, and the element of IODEF (RFC 7970) that means the same.
 */
public enum IncidentField {
  KIND("incident.kind", Category.C1, Shape.KIND, "Assessment/SystemImpact"),
  /** The day alone, of whichever time is earliest: what defenders need to look into their logs. */
  DAY("incident.day", Category.C1, Shape.DERIVED, "StartTime, cut to the day"),
  /** Exact times point at the victim, so they are of what happened to it. */
  STARTED("incident.started", Category.C6, Shape.TIME, "StartTime"),
  DETECTED("incident.detected", Category.C6, Shape.TIME, "DetectTime"),
  ENDED("incident.ended", Category.C6, Shape.TIME, "EndTime"),
  SERVERS("server", Category.C1, Shape.SERVERS, "Indicator/Observable/Address"),
  DOMAINS("domain", Category.C1, Shape.DOMAINS, "Indicator/Observable/DomainData"),
  URLS("url", Category.C1, Shape.URLS, "Indicator/Observable/URL"),
  HASHES("hash", Category.C1, Shape.HASHES, "FileData/HashData"),
  TTPS("ttp", Category.C1, Shape.TEXT, "Method/AttackPattern"),
  FLAW("flaw", Category.C1, Shape.TEXT, "Method/Vulnerability"),
  /** Free text: what patterns find in it is cut out and looked at by a person. */
  ANALYSIS("analysis", Category.C1, Shape.TEXT, "Method/Description"),
  /** Single connections, a line each: they end at a recipient named for them, never at a class. */
  COMMUNICATIONS("communication", Category.C2, Shape.TEXT, "EventData/Flow/System"),
  VICTIM_NAME("victim.name", Category.C5, Shape.LINE, "System[@category='target']/Contact"),
  VICTIM_DOMAIN("victim.domain", Category.C5, Shape.DOMAINS, "System/Node/DomainData"),
  DAMAGE("damage", Category.C6, Shape.TEXT, "Assessment/BusinessImpact"),
  RESPONSE("response", Category.C7, Shape.TEXT, "History/HistoryItem");

  /** What a value looks like. */
  public enum Shape {
    /** A type of the Reference Security Incident Taxonomy. */
    KIND,
    /** Made of others. */
    DERIVED,
    /** A local date and time, read in the report's zone. */
    TIME,
    /** Address with or without port, a line each. */
    SERVERS,
    DOMAINS,
    URLS,
    /** Hexadecimal digits of MD5, SHA-1, SHA-256 or SHA-512, a line each. */
    HASHES,
    LINE,
    TEXT
  }

  private final String field;
  private final Category category;
  private final Shape shape;
  private final String iodef;

  IncidentField(String field, Category category, Shape shape, String iodef) {
    this.field = field;
    this.category = category;
    this.shape = shape;
    this.iodef = iodef;
  }

  /** The name in policy files and disclosures. */
  public String field() {
    return field;
  }

  public Category category() {
    return category;
  }

  public Shape shape() {
    return shape;
  }

  /** Which element of RFC 7970 says the same. */
  public String iodef() {
    return iodef;
  }

  /** The name in forms and words: "victim-name". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field of a name in policy files. */
  public static Optional<IncidentField> ofField(String name) {
    for (IncidentField each : values()) {
      if (each.field.equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}

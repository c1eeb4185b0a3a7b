package tenbin.nouns.observation;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C1;
import static tenbin.nouns.consent.Category.C2;
import static tenbin.nouns.consent.Category.C8;

import tenbin.nouns.consent.Category;

/**
 * The named fields of an observation with the category of each. Kept columns carry their own
 * category ({@link Column}). A field of the side that is the sensor is provenance (C8), whatever
 * stands here: {@link #categoryIn}.
 */
public enum Field {
  TIME(C2, Part.WHOLE),
  TRANSPORT(C2, Part.WHOLE),
  CLASS(C1, Part.WHOLE),
  IDENTIFIER(C1, Part.WHOLE),
  FAMILY(C1, Part.WHOLE),
  SEVERITY(C1, Part.WHOLE),
  SOURCE_ADDRESS(C2, Part.SOURCE),
  SOURCE_PORT(C2, Part.SOURCE),
  SOURCE_ASN(C2, Part.SOURCE),
  SOURCE_HOST(C2, Part.SOURCE),
  SOURCE_REVERSE_NAME(C2, Part.SOURCE),
  DESTINATION_ADDRESS(C2, Part.DESTINATION),
  DESTINATION_PORT(C2, Part.DESTINATION),
  DESTINATION_ASN(C2, Part.DESTINATION),
  DESTINATION_HOST(C2, Part.DESTINATION),
  DESTINATION_REVERSE_NAME(C2, Part.DESTINATION),
  URL(C2, Part.WHOLE),
  COUNT(C2, Part.WHOLE),
  /** The kept columns as a whole; each one is then decided by its own category. */
  EXTRA(C2, Part.WHOLE),
  /** Whose network, with the evidence: computed by the hub, about the recipient itself. */
  RESPONSIBLE(C0, Part.WHOLE),
  /** Only you, you and others, five or more: a safe aggregate (DISCLOSURE section 6). */
  SEEN_BY(C0, Part.WHOLE),
  SENSOR(C8, Part.WHOLE),
  REPORTER(C8, Part.WHOLE),
  REPORT(C8, Part.WHOLE);

  private enum Part {
    WHOLE,
    SOURCE,
    DESTINATION
  }

  private final Category category;
  private final Part part;

  Field(Category category, Part part) {
    this.category = category;
    this.part = part;
  }

  /** The category of this field in an observation whose sides are these. */
  public Category categoryIn(Sides sides) {
    boolean isSensor =
        part == Part.SOURCE && sides.sensorIsSource()
            || part == Part.DESTINATION && sides.sensorIsDestination();
    return isSensor ? C8 : category;
  }
}

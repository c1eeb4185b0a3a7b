package tenbin.nouns.consent;

/** What a field could betray; belongs to the field, never to the record (DISCLOSURE section 2). */
public enum Category {
  /** Published fact or safe aggregate. */
  C0,
  /** Attack-technical. */
  C1,
  /** Element of one communication. */
  C2,
  /** Content of a communication. */
  C3,
  /** Subscriber or account identity. */
  C4,
  /** Victim organisation's identity. */
  C5,
  /** Damage. */
  C6,
  /** Response state. */
  C7,
  /** Provenance: which sensor, which member reported. */
  C8,
  /** A member's inner matters. */
  C9,
  /** Route fact. */
  CR,
  /** Circle document. */
  CD,
  /** No table of ours knows the field: it leaves nowhere. */
  UNKNOWN
}

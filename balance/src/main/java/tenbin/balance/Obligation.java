package tenbin.balance;

/** What a recipient takes on with a disclosure (DISCLOSURE section 5). */
public enum Obligation {
  /** May be passed on to the customer concerned, to nobody else. */
  ONWARD_ONLY_TO_SUBJECT,
  /** Must not try to learn who saw it. */
  STRIP_ATTRIBUTION,
  /** Is asked to say what became of it. */
  FEEDBACK
}

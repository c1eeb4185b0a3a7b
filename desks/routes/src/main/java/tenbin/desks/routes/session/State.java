package tenbin.desks.routes.session;

/** Where a session stands (RFC 4271 section 8.2.2). Connect is not there: we dial nobody. */
public enum State {
  /** Its connections are refused until it has waited long enough. */
  IDLE,
  /** We wait for it to dial. */
  ACTIVE,
  OPEN_SENT,
  OPEN_CONFIRM,
  ESTABLISHED
}

package tenbin.balance.ground;

/** A reason why a field could be secret (DISCLOSURE section 3). */
public enum Gate {
  /** Secrecy of communications. */
  S,
  /** Personal data. */
  P,
  /** Contract with the customer. */
  K,
  /** The holder's own interest. */
  H,
  /** The sender's marking; a ceiling that no basis opens. */
  M,
  /** Necessity for the purpose; a ceiling. */
  N,
  /** The recipient's standing; a ceiling. */
  R;

  /** Whether a basis can open it; the others are computed and always win. */
  public boolean isOpenedByBases() {
    return this == S || this == P || this == K || this == H;
  }
}

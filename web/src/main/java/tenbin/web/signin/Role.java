package tenbin.web.signin;

/** What a visitor may do: it follows from its member's class and nothing else. */
public enum Role {
  MEMBER,
  OBSERVER,
  SECRETARIAT,
  /** Its organisation is invited and has not signed yet: it settles that, and gets nothing. */
  NEWCOMER,
  /** Its member does not belong to the circle now. */
  NONE
}

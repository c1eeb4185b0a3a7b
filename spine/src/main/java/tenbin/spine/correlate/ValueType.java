package tenbin.spine.correlate;

/** What sort of thing a shared value is. The codes stand in snapshots. */
public enum ValueType {
  /** The address of whoever acted: a scanner, a bot, a flooding source, a found device. */
  ADDRESS(0),
  /** The address that an infected machine called. */
  COMMAND_SERVER(1),
  HOST(2),
  URL(3),
  HASH(4);

  private static final ValueType[] ALL = values();

  private final int code;

  ValueType(int code) {
    this.code = code;
  }

  /** Its number in states and snapshots. */
  int code() {
    return code;
  }

  static ValueType of(int code) {
    return ALL[code];
  }

  /** Whether it is a thing somebody made for an attack, which chance shares rarely. */
  boolean isArtefact() {
    return this != ADDRESS;
  }
}

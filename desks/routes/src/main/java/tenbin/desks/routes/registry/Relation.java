package tenbin.desks.routes.registry;

/** What one AS is to another. */
public enum Relation {
  /** It carries the other's routes to everybody. */
  PROVIDER(0),
  /** The other carries its routes to everybody. */
  CUSTOMER(1),
  /** They carry each other's routes to their customers. */
  PEER(2),
  /** They belong together and carry everything. */
  SIBLING(3),
  /** Nobody says. */
  NONE(4);

  private static final Relation[] ALL = values();

  private final byte code;

  Relation(int code) {
    this.code = (byte) code;
  }

  /** What the other one is to it. */
  public Relation turned() {
    return switch (this) {
      case PROVIDER -> CUSTOMER;
      case CUSTOMER -> PROVIDER;
      case PEER, SIBLING, NONE -> this;
    };
  }

  /** How tables keep it. */
  byte code() {
    return code;
  }

  static Relation of(byte code) {
    return ALL[code];
  }
}

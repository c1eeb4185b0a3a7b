package tenbin.desks.routes.registry;

/** What one AS is to another. */
public enum Relation {
  /** It carries the other's routes to everybody. */
  PROVIDER,
  /** The other carries its routes to everybody. */
  CUSTOMER,
  /** They carry each other's routes to their customers. */
  PEER,
  /** They belong together and carry everything. */
  SIBLING,
  /** Nobody says. */
  NONE;

  private static final Relation[] ALL = values();

  /** What the other one is to it. */
  public Relation turned() {
    return switch (this) {
      case PROVIDER -> CUSTOMER;
      case CUSTOMER -> PROVIDER;
      case PEER, SIBLING, NONE -> this;
    };
  }

  static Relation at(int ordinal) {
    return ALL[ordinal];
  }
}

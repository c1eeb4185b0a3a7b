package tenbin.balance.level;

/** An order that is no meet-semilattice with a least element: refused when it is read. */
public final class BadOrder extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  BadOrder(String message) {
    super(message);
  }
}

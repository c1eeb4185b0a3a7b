package tenbin.spine.deliver.channel;

import java.sql.SQLException;

/** The store did not do what it was asked: an operator must see to it; trying again may help. */
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailed(SQLException cause) {
    super(cause);
  }
}

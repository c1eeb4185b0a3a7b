package tenbin.desks.routes.past;

import java.io.IOException;

/** What is kept is not as it was written. */
final class Damaged extends IOException {
  private static final long serialVersionUID = 1;

  Damaged(String why) {
    super(why);
  }
}

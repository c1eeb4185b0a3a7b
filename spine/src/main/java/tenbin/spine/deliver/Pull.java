package tenbin.spine.deliver;

import java.util.Optional;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/**
 * A recipient asks for its rows.
 *
 * @param recipient who
 * @param purpose what for
 * @param outlet through what they will leave
 * @param after the cursor of the last batch; empty from the beginning
 * @param most rows, 1 to {@link #MOST}
 */
public record Pull(
    MemberId recipient, Purpose purpose, Outlet outlet, Optional<String> after, int most) {
  public static final int MOST = 10_000;

  public Pull {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " rows: " + most);
    }
  }
}

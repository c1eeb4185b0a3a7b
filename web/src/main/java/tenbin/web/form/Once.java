package tenbin.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import tenbin.web.signin.Visitor;

/**
 * By which the same thing sent twice is found to be one: the key that a page or a program sends
 * with it, for its member and for the place where it belongs.
 */
public final class Once {
  /** As long as a UUID with room; it is hashed and never kept. */
  private static final int MOST = 200;

  private Once() {}

  /** A key for a form that is made now. */
  public static String fresh() {
    return UUID.randomUUID().toString();
  }

  /**
   * The inner id of what is sent; a new one where nothing was sent to tell it by.
   *
   * @param key as it was sent
   * @param place what it is and what it belongs to: one key in two places is two things
   */
  public static UUID of(Visitor visitor, String key, Object... place) {
    if (key.isEmpty() || key.length() > MOST) {
      return UUID.randomUUID();
    }
    StringBuilder all = new StringBuilder(visitor.memberText());
    for (Object each : place) {
      all.append('\n').append(each);
    }
    return UUID.nameUUIDFromBytes(all.append('\n').append(key).toString().getBytes(UTF_8));
  }
}

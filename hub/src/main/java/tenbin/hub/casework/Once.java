package tenbin.hub.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import tenbin.spine.casework.entry.Entry;
import tenbin.web.signin.Visitor;

/**
 * By which the same thing sent twice is found to be one: the key that a page or a program sends
 * with it, for its member and case alone.
 */
public final class Once {
  /** As long as a UUID with room; it is hashed and never kept. */
  private static final int MOST = 200;

  private Once() {}

  /** A key for a form that is made now. */
  public static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** The inner id of what is sent; a new one where nothing was sent to tell it by. */
  public static UUID of(Visitor visitor, UUID caseId, String key) {
    return key.isEmpty() || key.length() > MOST
        ? UUID.randomUUID()
        : hashed(visitor.memberText() + "\n" + caseId + "\n" + key);
  }

  /** The same for a kind of thing in a case: one key for two kinds is two things. */
  static UUID of(Visitor visitor, UUID caseId, Entry.Kind kind, String key) {
    return key.isEmpty() || key.length() > MOST
        ? UUID.randomUUID()
        : hashed(visitor.memberText() + "\n" + caseId + "\n" + kind + "\n" + key);
  }

  private static UUID hashed(String all) {
    return UUID.nameUUIDFromBytes(all.getBytes(UTF_8));
  }
}

package tenbin.web.passkey;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;

/**
 * A person's id as devices keep it: 16 bytes that say nothing of the person (Web Authentication
 * section 5.4.3, user.id).
 */
public final class PersonHandle {
  private static final int BYTES = 2 * Long.BYTES;

  private PersonHandle() {}

  /** The handle of a person. */
  public static Bytes of(UUID person) {
    return new Bytes(
        ByteBuffer.allocate(BYTES)
            .putLong(person.getMostSignificantBits())
            .putLong(person.getLeastSignificantBits())
            .array());
  }

  /** The person of a handle, when it is one. */
  public static Optional<UUID> person(Bytes handle) {
    if (handle.getBytes().length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer both = ByteBuffer.wrap(handle.getBytes());
    return Optional.of(new UUID(both.getLong(), both.getLong()));
  }
}

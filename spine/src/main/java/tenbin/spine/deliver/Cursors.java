package tenbin.spine.deliver;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.row.Stored;

/**
 * Places in a recipient's own rows as it sees them: the last row that it got, said by what belongs
 * to that row alone, never by its number in the hub's order, which would hang on rows of others.
 * Under a key of the recipient's own: a tag over the place, and the place under a stream that the
 * tag begins (a synthetic vector as in RFC 5297), so that the same place has the same cursor and
 * two cursors tell nothing of what lies between them. Any thread.
 */
final class Cursors {
  private static final int TAG = 8;
  private static final int PLACE = 28;

  /** A place of before rows came at openings. */
  private static final int EARLIER_PLACE = 16;

  private static final int SECOND_BITS = 40;

  /** A cursor of version 0.1.0: one block of AES over a number in the hub's order. */
  private static final long OLD_MAGIC = 0x7465_6e62_696e_2031L;

  private static final int OLD_KEY = 16;
  private static final int OLD_BLOCK = 16;

  private final HubSecret secret;

  Cursors(HubSecret secret) {
    this.secret = secret;
  }

  /**
   * The last row that a recipient got.
   *
   * @param day on which its report was received, days since 1970
   * @param second at which it was observed, since 1970
   * @param mark the first half of its identity
   * @param opened when the opening was at which it came, in microseconds since 1970; 0 for none
   * @param number 0, and more when the same row came to the recipient again from another holder
   */
  record Place(int day, long second, long mark, long opened, int number) {
    private static final long MICROS = 1_000_000;

    /** Before the first row. */
    static final Place BEGINNING = new Place(0, 0, 0, 0, 0);

    static Place of(Stored row, Optional<Instant> opening) {
      LocalDate day = row.receivedAt().atZone(ZoneOffset.UTC).toLocalDate();
      return new Place(
          Math.toIntExact(day.toEpochDay()),
          row.seen().time().epochSecond(),
          row.identity().high(),
          opening.map(Place::micros).orElse(0L),
          0);
    }

    Place withNumber(int other) {
      return new Place(day, second, mark, opened, other);
    }

    private static long micros(Instant at) {
      return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }

    /** When the opening was at which the row came, if it did. */
    Optional<Instant> opening() {
      return opened == 0
          ? Optional.empty()
          : Optional.of(
              Instant.ofEpochSecond(
                  Math.floorDiv(opened, MICROS), Math.floorMod(opened, MICROS) * 1_000));
    }
  }

  String of(MemberId recipient, Place place) {
    byte[] plain =
        ByteBuffer.allocate(PLACE)
            .putLong((long) place.day << SECOND_BITS | place.second & (1L << SECOND_BITS) - 1)
            .putLong(place.mark)
            .putLong(place.opened)
            .putInt(place.number)
            .array();
    byte[] tag = Arrays.copyOf(hash("tag", recipient, plain), TAG);
    byte[] hidden = mixed(plain, hash("stream", recipient, tag));
    byte[] whole = ByteBuffer.allocate(TAG + PLACE).put(tag).put(hidden).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** The place of a cursor, empty for one of version 0.1.0; a foreign or broken one is refused. */
  Optional<Place> place(MemberId recipient, String cursor) {
    byte[] whole = bytes(cursor);
    if (whole.length == OLD_BLOCK) {
      return Optional.empty();
    }
    if (whole.length != TAG + PLACE && whole.length != TAG + EARLIER_PLACE) {
      throw new Deliveries.BadCursor("this cursor is not one of yours");
    }
    byte[] tag = Arrays.copyOf(whole, TAG);
    byte[] hidden = Arrays.copyOfRange(whole, TAG, whole.length);
    byte[] plain = mixed(hidden, hash("stream", recipient, tag));
    byte[] expected = Arrays.copyOf(hash("tag", recipient, plain), TAG);
    if (!MessageDigest.isEqual(tag, expected)) {
      throw new Deliveries.BadCursor("this cursor is not one of yours");
    }
    ByteBuffer read = ByteBuffer.wrap(plain);
    long when = read.getLong();
    // The sign of a second before 1970 comes back by shifting.
    long second = when << Long.SIZE - SECOND_BITS >> Long.SIZE - SECOND_BITS;
    long mark = read.getLong();
    long opened = read.hasRemaining() ? read.getLong() : 0;
    int number = read.hasRemaining() ? read.getInt() : 0;
    return Optional.of(new Place((int) (when >> SECOND_BITS), second, mark, opened, number));
  }

  /** The number in the hub's order of a cursor of version 0.1.0. */
  long oldPosition(MemberId recipient, String cursor) {
    ByteBuffer plain = ByteBuffer.wrap(oldPlain(recipient, bytes(cursor)));
    long position = plain.getLong();
    if (plain.getLong() != OLD_MAGIC) {
      throw new Deliveries.BadCursor("this cursor is not one of yours");
    }
    return position;
  }

  private byte[] oldPlain(MemberId recipient, byte[] block) {
    byte[] key = Arrays.copyOf(secret.key("cursor", recipient.text()), OLD_KEY);
    try {
      // A single block that no other block ever follows: ECB is AES itself here.
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
      return cipher.doFinal(block);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has AES", impossible);
    }
  }

  private static byte[] bytes(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException broken) {
      throw new Deliveries.BadCursor("this cursor is not one of yours");
    }
  }

  private byte[] hash(String use, MemberId recipient, byte[] of) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = secret.key("cursor " + use, recipient.text());
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(of);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has HmacSHA256", impossible);
    }
  }

  private static byte[] mixed(byte[] bytes, byte[] stream) {
    byte[] mixed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      mixed[i] = (byte) (bytes[i] ^ stream[i]);
    }
    return mixed;
  }
}

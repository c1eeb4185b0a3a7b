package tenbin.balance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tenbin.balance.ground.KeyScope;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Fingerprint;

/**
 * The key that turns inner identities into those that one recipient sees, so that two recipients
 * cannot compare and nobody can guess (DISCLOSURE section 7). HMAC-SHA-256 (RFC 2104), cut to 128
 * bits. One instance per thread of work: it is not for several threads.
 */
public final class RecipientKey {
  private static final int LEAST_BYTES = 16;

  /** So that nobody takes one for a host's name or an address. */
  private static final String PSEUDONYM = "pseudonym-";

  /** 80 bits: two of a million addresses share a name once in two million circles. */
  private static final int PSEUDONYM_BYTES = 10;

  private final Mac mac;
  private final Supplier<byte[]> pseudonymKey;
  private final Supplier<Optional<byte[]>> caseKey;
  private @Nullable Mac pseudonyms;
  private Optional<Mac> caseNames = Optional.empty();
  private boolean caseAsked;

  /**
   * A key of at least 16 bytes, derived by the caller for exactly one recipient, from which its
   * pseudonyms follow too: they live as long as the key does.
   */
  public RecipientKey(byte[] key) {
    this.mac = macOf(key);
    this.pseudonymKey = () -> mac.doFinal("pseudonyms".getBytes(UTF_8));
    this.caseKey = Optional::empty;
  }

  /**
   * A key of at least 16 bytes, derived by the caller for exactly one recipient.
   *
   * @param pseudonymKey another of its keys, which can be replaced and destroyed; asked only when a
   *     pseudonym is told
   */
  public RecipientKey(byte[] key, Supplier<byte[]> pseudonymKey) {
    this.mac = macOf(key);
    this.pseudonymKey = pseudonymKey;
    this.caseKey = Optional::empty;
  }

  private RecipientKey(RecipientKey own, Supplier<Optional<byte[]>> caseKey) {
    this.mac = own.mac;
    this.pseudonymKey = own.pseudonymKey;
    this.caseKey = caseKey;
  }

  /**
   * The same recipient within one case: names that the members of the case share are by this key.
   *
   * @param key asked when such a name is told; empty when the case has none any more
   */
  public RecipientKey within(Supplier<Optional<byte[]>> key) {
    return new RecipientKey(this, key);
  }

  private static Mac macOf(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a recipient's key needs " + LEAST_BYTES + " bytes");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new AssertionError("every Java has HmacSHA256", impossible);
    }
  }

  /** The name of an address for this recipient: the same again while its key lives. */
  public String pseudonymOf(Address address) {
    Mac its = pseudonyms;
    if (its == null) {
      its = macOf(pseudonymKey.get());
      pseudonyms = its;
    }
    return name(its, address);
  }

  /** A name of a scope; empty where that scope has none here: a case's outside of any case. */
  Optional<String> pseudonymOf(Address address, KeyScope scope) {
    return switch (scope) {
      case RECIPIENT -> Optional.of(pseudonymOf(address));
      case CASE -> caseNames().map(names -> name(names, address));
    };
  }

  private Optional<Mac> caseNames() {
    if (!caseAsked) {
      caseNames = caseKey.get().map(RecipientKey::macOf);
      caseAsked = true;
    }
    return caseNames;
  }

  private static String name(Mac names, Address address) {
    ByteBuffer input = ByteBuffer.allocate(16);
    input.putLong(address.high()).putLong(address.low());
    return PSEUDONYM + HexFormat.of().formatHex(names.doFinal(input.array()), 0, PSEUDONYM_BYTES);
  }

  /** The identity of an observation as this recipient sees it: a UUID of version 8 (RFC 9562). */
  public UUID idOf(Fingerprint fingerprint) {
    ByteBuffer input = ByteBuffer.allocate(16);
    input.putLong(fingerprint.high()).putLong(fingerprint.low());
    return uuid(mac.doFinal(input.array()));
  }

  /** The identity of anything else that has an inner name. */
  public UUID idOf(String inner) {
    return uuid(mac.doFinal(inner.getBytes(UTF_8)));
  }

  private static UUID uuid(byte[] hash) {
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = bytes.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
    long low = bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

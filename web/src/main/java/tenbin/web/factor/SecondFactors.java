package tenbin.web.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import tenbin.web.signin.CodeCheck;
import tenbin.web.signin.Person;

/**
 * Second factors: six digits each 30 seconds (RFC 6238, its default of HMAC-SHA-1, which every
 * authenticator knows), one step early or late allowed (section 5.2), no code twice. Any thread.
 */
public final class SecondFactors implements CodeCheck {
  /** How many recovery codes a person gets. */
  public static final int RECOVERY_CODES = 8;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int DIGITS = 6;

  /** RFC 4226 section 4, R6: 160 bits. */
  private static final int SECRET_BYTES = 20;

  /** 80 bits: 16 characters of base 32. */
  private static final int RECOVERY_BYTES = 10;

  private static final int NONCE_BYTES = 16;

  private final FactorBook book;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

  public SecondFactors(FactorBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /**
   * What a person writes down once.
   *
   * @param secret for the authenticator, base 32 (RFC 4648 section 6)
   * @param recovery codes for paper
   */
  public record Fresh(String secret, List<String> recovery) {
    public Fresh {
      recovery = List.copyOf(recovery);
    }

    /** The address that authenticators read from a picture. */
    public String address(String circle, String login) {
      return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
          .formatted(
              Escaped.of(circle),
              Escaped.of(login),
              secret,
              Escaped.of(circle),
              DIGITS,
              STEP.toSeconds());
    }
  }

  @Override
  public boolean isAsked(UUID person) {
    return book.find(person).filter(each -> each.confirmedAt().isPresent()).isPresent();
  }

  /** A new one, which is asked for once the person has shown a code of it. */
  public Fresh begin(Person person) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Factor factor =
        new Factor(
            person.id(), HexFormat.of().formatHex(nonce), clock.instant(), Optional.empty(), 0, 0);
    book.put(factor);
    return fresh(factor);
  }

  /** The one that was begun and not confirmed, once more. */
  public Optional<Fresh> begun(Person person) {
    return book.find(person.id()).filter(each -> each.confirmedAt().isEmpty()).map(this::fresh);
  }

  private Fresh fresh(Factor factor) {
    List<String> recovery = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      recovery.add(grouped(recovery(factor, i)));
    }
    return new Fresh(Base32.encode(secret(factor)), recovery);
  }

  /** From now on codes are asked for, when this is one. */
  public boolean confirm(Person person, String code) {
    Optional<Factor> begun = book.find(person.id()).filter(each -> each.confirmedAt().isEmpty());
    if (begun.isEmpty() || !takes(begun.get(), digits(code))) {
      return false;
    }
    book.confirm(person.id(), clock.instant());
    return true;
  }

  @Override
  public boolean passes(Person person, String code) {
    Optional<Factor> factor = book.find(person.id()).filter(each -> each.confirmedAt().isPresent());
    return factor.isEmpty()
        || takes(factor.get(), digits(code))
        || takesRecovery(factor.get(), code);
  }

  /** How many recovery codes are left. */
  public int left(UUID person) {
    return book.find(person)
        .map(each -> RECOVERY_CODES - Integer.bitCount(each.usedRecovery()))
        .orElse(0);
  }

  /** Asks for no code any more. */
  public void remove(UUID person) {
    book.remove(person);
  }

  private boolean takes(Factor factor, String code) {
    if (code.length() != DIGITS) {
      return false;
    }
    Instant now = clock.instant();
    for (int late = -1; late <= 1; late++) {
      Instant then = now.plus(STEP.multipliedBy(late));
      if (isSame(codeAt(factor, then), code)) {
        return book.take(factor.person(), then.getEpochSecond() / STEP.toSeconds());
      }
    }
    return false;
  }

  private boolean takesRecovery(Factor factor, String typed) {
    String plain = typed.replaceAll("[^A-Za-z2-7]", "").toUpperCase(Locale.ROOT);
    for (int i = 0; i < RECOVERY_CODES; i++) {
      if (!factor.isUsed(i) && isSame(recovery(factor, i), plain)) {
        return book.takeRecovery(factor.person(), i);
      }
    }
    return false;
  }

  private String codeAt(Factor factor, Instant at) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret(factor), generator.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new AssertionError("any bytes are a key of HMAC", impossible);
    }
  }

  private byte[] secret(Factor factor) {
    return Arrays.copyOf(
        book.derive(factor.person(), "authenticator " + factor.nonce()), SECRET_BYTES);
  }

  private String recovery(Factor factor, int number) {
    return Base32.encode(
        Arrays.copyOf(
            book.derive(factor.person(), "recovery " + factor.nonce() + " " + number),
            RECOVERY_BYTES));
  }

  private static String grouped(String code) {
    return code.replaceAll("(.{4})(?!$)", "$1-");
  }

  private static String digits(String typed) {
    return typed.replaceAll("[\\s-]", "");
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}

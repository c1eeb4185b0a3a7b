package tenbin.web.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;

/** Codes of the second factor, held against RFC 6238's own table. */
class SecondFactorsTest {
  private static final Person PERSON =
      new Person(
          UUID.fromString("00000000-0000-4000-8000-000000000001"),
          new MemberId("alpha"),
          "aiko",
          Office.all(),
          Instant.EPOCH,
          Optional.empty());

  private final Hand hand = new Hand();
  private final Book book = new Book();
  private final SecondFactors factors = new SecondFactors(book, hand);

  /** A clock that is set by hand. */
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** A book whose authenticator secret is the one of RFC 6238 appendix B. */
  private static final class Book implements FactorBook {
    private final Map<UUID, Factor> kept = new ConcurrentHashMap<>();

    @Override
    public void put(Factor factor) {
      kept.put(factor.person(), factor);
    }

    @Override
    public Optional<Factor> find(UUID person) {
      return Optional.ofNullable(kept.get(person));
    }

    @Override
    public boolean take(UUID person, long step) {
      Factor old = find(person).orElseThrow();
      if (step <= old.lastStep()) {
        return false;
      }
      kept.put(person, with(old, old.confirmedAt(), step, old.usedRecovery()));
      return true;
    }

    @Override
    public boolean takeRecovery(UUID person, int recovery) {
      Factor old = find(person).orElseThrow();
      kept.put(
          person, with(old, old.confirmedAt(), old.lastStep(), old.usedRecovery() | 1 << recovery));
      return true;
    }

    @Override
    public void confirm(UUID person, Instant at) {
      Factor old = find(person).orElseThrow();
      kept.put(person, with(old, Optional.of(at), old.lastStep(), old.usedRecovery()));
    }

    private static Factor with(Factor old, Optional<Instant> confirmed, long step, int used) {
      return new Factor(old.person(), old.nonce(), old.madeAt(), confirmed, step, used);
    }

    @Override
    public void remove(UUID person) {
      kept.remove(person);
    }

    @Override
    public byte[] derive(UUID person, String use) {
      return use.startsWith("authenticator")
          ? Arrays.copyOf("12345678901234567890".getBytes(US_ASCII), 32)
          : tenbin.nouns.report.Digest.of(use.getBytes(US_ASCII))
              .hex()
              .substring(0, 32)
              .getBytes(US_ASCII);
    }
  }

  private void on() {
    hand.now = Instant.ofEpochSecond(59);
    factors.begin(PERSON);
    assertThat(factors.confirm(PERSON, "287082")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_rfc_6238_appendix_b(long second, String code) {
    hand.now = Instant.ofEpochSecond(second);
    factors.begin(PERSON);
    assertThat(factors.confirm(PERSON, "287081")).isFalse();
    assertThat(factors.confirm(PERSON, code)).isTrue();
    assertThat(factors.isAsked(PERSON.id())).isTrue();
  }

  @Test
  void secret_is_shown_as_authenticators_take_it() {
    SecondFactors.Fresh fresh = factors.begin(PERSON);
    assertThat(fresh.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(fresh.address("Kanto circle", "aiko@x"))
        .isEqualTo(
            "otpauth://totp/Kanto%20circle:aiko%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Kanto%20circle&algorithm=SHA1&digits=6&period=30");
    assertThat(factors.begun(PERSON)).hasValue(fresh);
  }

  @Test
  void it_is_not_asked_for_before_a_code_was_shown() {
    factors.begin(PERSON);
    assertThat(factors.isAsked(PERSON.id())).isFalse();
    assertThat(factors.passes(PERSON, "")).isTrue();
  }

  @Test
  void no_code_is_taken_twice_nor_an_older_one_after_it() {
    on();
    assertThat(factors.passes(PERSON, "287082")).isFalse();
    hand.now = Instant.ofEpochSecond(1_111_111_111);
    assertThat(factors.passes(PERSON, "050 471")).isTrue();
    assertThat(factors.passes(PERSON, "050471")).isFalse();
    assertThat(factors.passes(PERSON, "081804")).as("the step before").isFalse();
  }

  @Test
  void a_step_early_or_late_is_taken_and_two_are_not() {
    on();
    for (int off : new int[] {-30, 30}) {
      hand.now = Instant.ofEpochSecond(off < 0 ? 1_234_567_890 + off : 2_000_000_000 + off);
      assertThat(factors.passes(PERSON, off < 0 ? "005924" : "279037")).as("" + off).isTrue();
    }
    hand.now = Instant.ofEpochSecond(20_000_000_000L + 60);
    assertThat(factors.passes(PERSON, "353130")).isFalse();
  }

  @Test
  void each_recovery_code_lets_in_once_however_it_is_typed() {
    hand.now = Instant.ofEpochSecond(59);
    SecondFactors.Fresh fresh = factors.begin(PERSON);
    assertThat(factors.confirm(PERSON, "287082")).isTrue();
    Set<String> different = new HashSet<>(fresh.recovery());
    assertThat(different).hasSize(SecondFactors.RECOVERY_CODES);
    String typed = fresh.recovery().getLast().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(factors.passes(PERSON, typed)).isTrue();
    assertThat(factors.passes(PERSON, typed)).isFalse();
    assertThat(factors.left(PERSON.id())).isEqualTo(SecondFactors.RECOVERY_CODES - 1);
    assertThat(factors.passes(PERSON, "")).isFalse();
  }

  @Test
  void a_picture_is_a_whole_qr_code_with_quiet_around() {
    QrPicture picture = new QrPicture("otpauth://totp/x?secret=GEZDGNBV");
    assertThat(picture.size()).isBetween(29, 60);
    assertThat(picture.path()).startsWith("M4 4h1v1h-1z").doesNotContain("M3 ");
  }
}

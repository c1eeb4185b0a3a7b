package tenbin.spine.newcomer.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tenbin.nouns.report.Digest;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.proof.Registered;

/**
 * Proof by the contact that a registry names: a letter goes there, and whoever reads that mail says
 * whose the network is. Any thread; one change at a time.
 */
public final class ContactLetters {
  /** Whoever reads a role's mail is back from holidays by then. */
  public static final Duration LIFE = Duration.ofDays(14);

  /** Letters about one network in a day: a wrong address, another one, and once more. */
  public static final int MOST_OF_NETWORK = 3;

  /** Letters of one member in a day. */
  public static final int MOST_OF_MEMBER = 30;

  /** Letters to one address in a day, whoever wants them sent. */
  public static final int MOST_TO_ADDRESS = 5;

  private static final Duration DAY = Duration.ofDays(1);
  private static final int SECRET_BYTES = 32;

  private final LetterBook book;
  private final Joining joining;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ContactLetters(LetterBook book, Joining joining, Clock clock) {
    this.book = book;
    this.joining = joining;
    this.clock = clock;
  }

  /**
   * A letter that is to be sent.
   *
   * @param secret what opens it; nobody keeps it
   */
  public record Written(ContactLetter letter, String secret) {}

  /** Writes one; nothing when as many went in a day as nobody should get. */
  public synchronized Optional<Written> write(OwnRange range, Registered to) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (isTooMany(range, to, now)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ContactLetter letter =
        new ContactLetter(
            digest(secret),
            range.holder(),
            range.network(),
            to.mail(),
            to.where(),
            now,
            now.plus(LIFE),
            Optional.empty());
    book.put(letter);
    return Optional.of(new Written(letter, secret));
  }

  private boolean isTooMany(OwnRange range, Registered to, Instant now) {
    List<ContactLetter> today =
        book.all().stream().filter(each -> each.sentAt().isAfter(now.minus(DAY))).toList();
    return count(today, each -> isOf(each, range)) >= MOST_OF_NETWORK
        || count(today, each -> each.member().equals(range.holder())) >= MOST_OF_MEMBER
        || count(today, each -> each.mail().equals(to.mail())) >= MOST_TO_ADDRESS;
  }

  private static long count(List<ContactLetter> letters, Predicate<ContactLetter> which) {
    return letters.stream().filter(which).count();
  }

  private static boolean isOf(ContactLetter letter, OwnRange range) {
    return letter.member().equals(range.holder()) && letter.network().equals(range.network());
  }

  private static Digest digest(String secret) {
    return Digest.of(secret.strip().getBytes(UTF_8));
  }

  /**
   * The letter that a secret opens, while it is open and somebody still says that it is its own.
   */
  public Optional<ContactLetter> open(String secret) {
    Digest digest = digest(secret);
    return book.all().stream()
        .filter(each -> each.secret().equals(digest))
        .filter(each -> each.isOpenAt(clock.instant()))
        .filter(this::isAbout)
        .findFirst();
  }

  /** Who entered a network anew, perhaps under another's id, was not asked about. */
  private boolean isAbout(ContactLetter letter) {
    return joining
        .range(letter.member(), letter.network())
        .filter(range -> !letter.sentAt().isBefore(range.enteredAt()))
        .isPresent();
  }

  /** The newest letter about a network as it was entered. */
  public Optional<ContactLetter> newest(OwnRange range) {
    return book.all().stream()
        .filter(each -> isOf(each, range) && isAbout(each))
        .max(Comparator.comparing(ContactLetter::sentAt));
  }

  /**
   * Notes what the contact says. A yes proves the network. A no refuses one that does not count;
   * one that counts by another proof is the secretariat's to end, who reads of it.
   *
   * @return the network as it stands by that
   */
  public synchronized OwnRange say(ContactLetter letter, boolean yes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    OwnRange range = joining.range(letter.member(), letter.network()).orElseThrow();
    book.put(letter.with(new ContactLetter.Answer(yes, now)));
    if (yes) {
      return joining.proved(
          range, OwnRange.Method.CONTACT, letter.mail() + " said so, " + letter.where());
    }
    if (range.standing() != OwnRange.Standing.COUNTS) {
      joining.refuse(range);
    }
    return joining.range(letter.member(), letter.network()).orElseThrow();
  }
}

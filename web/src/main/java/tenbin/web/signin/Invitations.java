package tenbin.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/**
 * Invitations: an administrator hands somebody a link, and that somebody chooses a password that
 * nobody else ever saw. 256 random bits, so a plain SHA-256 of them is kept. Any thread.
 */
public final class Invitations {
  /** Long enough for a weekend. */
  public static final Duration LIFE = Duration.ofDays(3);

  private static final int SECRET_BYTES = 32;

  private final InvitationBook book;
  private final People people;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Invitations(InvitationBook book, People people, Clock clock) {
    this.book = book;
    this.people = people;
    this.clock = clock;
  }

  /** The secret of a new one; those that the person had before are refused from now on. */
  public String make(Person person, String madeBy) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    book.put(
        new Invitation(person.id(), madeBy, clock.instant().plus(LIFE)),
        Digest.of(bytesOf(secret)));
    return secret;
  }

  /**
   * Who chose a password by this secret; nobody when it is wrong, used or over.
   *
   * @throws IllegalArgumentException when the password is not fit; the secret stays good
   */
  public Optional<Person> accept(String secret, String password) {
    Digest hash = Digest.of(bytesOf(secret.strip()));
    Optional<Person> invited =
        book.find(hash, clock.instant())
            .flatMap(each -> people.find(each.person()))
            .filter(Person::isActive);
    invited.ifPresent(person -> people.checkPassword(person, password));
    if (invited.isEmpty() || !book.use(hash, clock.instant())) {
      return Optional.empty();
    }
    people.password(invited.get(), password);
    return invited;
  }

  /** Whose it is, while it holds. */
  public Optional<Person> of(String secret) {
    return book.find(Digest.of(bytesOf(secret.strip())), clock.instant())
        .flatMap(each -> people.find(each.person()))
        .filter(Person::isActive);
  }

  /** Uses it up without a password: who was invited proved itself in another way. */
  public Optional<Person> take(String secret) {
    Digest hash = Digest.of(bytesOf(secret.strip()));
    return of(secret).filter(person -> book.use(hash, clock.instant()));
  }

  private static byte[] bytesOf(String secret) {
    return secret.getBytes(UTF_8);
  }
}

package tenbin.web.signin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tenbin.nouns.member.MemberId;

/** The people who may sign in. Any thread. */
public final class People {
  /** NIST SP 800-63B section 3.1.1.2 asks for 15 where a password stands alone; 12 is our least. */
  public static final int LEAST_PASSWORD = 12;

  /** What bcrypt reads; the rest would be ignored silently. */
  public static final int MOST_PASSWORD_BYTES = 72;

  private static final int MOST_LOGIN = 64;

  /** 2^10 rounds: about 60 ms on the smallest machine we support. */
  private static final int ROUNDS = 10;

  private final PersonBook book;
  private final Clock clock;
  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(ROUNDS);
  private final String nobodysHash = encoder.encode("nobody has this password");

  public People(PersonBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /**
   * Adds a person, or gives the person of that login a new password.
   *
   * @throws IllegalArgumentException when login or password are not fit to be used
   */
  public Person add(MemberId member, String login, String password) {
    String plain = canonical(login);
    if (plain.isEmpty() || plain.length() > MOST_LOGIN || !plain.matches("[a-z0-9._@+-]+")) {
      throw new IllegalArgumentException(
          "a login has 1 to " + MOST_LOGIN + " of a-z, 0-9 and . _ @ + -: \"" + login + "\"");
    }
    int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    if (password.length() < LEAST_PASSWORD || bytes > MOST_PASSWORD_BYTES) {
      throw new IllegalArgumentException(
          "a password has "
              + LEAST_PASSWORD
              + " characters or more, and at most "
              + MOST_PASSWORD_BYTES
              + " bytes");
    }
    Person person = new Person(UUID.randomUUID(), member, plain, clock.instant(), Optional.empty());
    book.put(person, encoder.encode(password));
    return person;
  }

  /** The person with that login and password; takes as long when there is no such login. */
  public Optional<Person> signIn(String login, String password) {
    Optional<PersonBook.Entry> entry = book.find(canonical(login));
    String hash = entry.map(PersonBook.Entry::passwordHash).orElse(nobodysHash);
    int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    boolean right = bytes <= MOST_PASSWORD_BYTES && encoder.matches(password, hash);
    return entry
        .map(PersonBook.Entry::person)
        .filter(person -> right && person.endedAt().isEmpty());
  }

  /** Whether the person may still be signed in. */
  public boolean isActive(String login) {
    return book.find(login).filter(entry -> entry.person().endedAt().isEmpty()).isPresent();
  }

  public List<Person> of(MemberId member) {
    return book.people(member);
  }

  public void end(UUID person) {
    book.end(person, clock.instant());
  }

  static String canonical(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}

package tenbin.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tenbin.nouns.member.MemberId;

/** The people who may sign in. Any thread. */
public final class People {
  /** What bcrypt reads; it would ignore the rest silently. */
  private static final int MOST_BCRYPT_BYTES = 72;

  /** No secret: it keeps what is made of a long password apart from all other digests of it. */
  private static final String LONG = "tenbin: a password longer than bcrypt reads";

  private static final int MOST_LOGIN = 64;

  /** What a member calls its own people. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9._+-]{1,40}");

  /** 2^10 rounds: about 60 ms on the smallest machine we support. */
  private static final int ROUNDS = 10;

  private final PersonBook book;
  private final Clock clock;
  private final PasswordRule rule;
  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(ROUNDS);
  private final String nobodysHash = encoder.encode("nobody has this password");

  /** Of a circle whose names nobody knows here. */
  public People(PersonBook book, Clock clock) {
    this(book, clock, new PasswordRule(List::of));
  }

  public People(PersonBook book, Clock clock, PasswordRule rule) {
    this.book = book;
    this.clock = clock;
    this.rule = rule;
  }

  /** Adds a person who holds every office. */
  public Person add(MemberId member, String login, String password) {
    return add(member, login, password, Office.all());
  }

  /**
   * Adds a person, or gives the person of that login a new password and offices.
   *
   * @throws IllegalArgumentException when login or password are not fit to be used
   */
  public Person add(MemberId member, String login, String password, Set<Office> offices) {
    String plain = checkLogin(login);
    rule.check(plain, password);
    Person person =
        new Person(UUID.randomUUID(), member, plain, offices, clock.instant(), Optional.empty());
    book.put(person, encoder.encode(read(password)));
    return person;
  }

  /**
   * Adds somebody who has no password yet and chooses it by an invitation. Its login is a name of
   * the member's own, so that a name that is taken tells nothing of other members' people.
   *
   * @param name what stands before the @ and the member's id
   * @throws IllegalArgumentException when the name is not fit to be used, or taken
   */
  public Person invite(MemberId member, String name, Set<Office> offices) {
    String plain = canonical(name);
    if (!NAME.matcher(plain).matches()) {
      throw new IllegalArgumentException("a name has 1 to 40 of a-z, 0-9 and . _ + -");
    }
    String login = plain + "@" + member.text();
    Person person =
        new Person(UUID.randomUUID(), member, login, offices, clock.instant(), Optional.empty());
    if (!book.add(person)) {
      throw new IllegalArgumentException("this name is taken");
    }
    return person;
  }

  /**
   * Gives a person a password; its sessions elsewhere are not ended by this.
   *
   * @throws IllegalArgumentException when it is not fit to be one
   */
  public void password(Person person, String password) {
    checkPassword(person, password);
    book.password(person.id(), encoder.encode(read(password)));
  }

  /** What bcrypt reads of a password: all of it, or a digest of all of it. */
  private static String read(String password) {
    byte[] bytes = password.getBytes(UTF_8);
    if (bytes.length <= MOST_BCRYPT_BYTES) {
      return password;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA384");
      mac.init(new SecretKeySpec(LONG.getBytes(UTF_8), "HmacSHA384"));
      return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has HmacSHA384", absent);
    }
  }

  /** Gives a person other offices. */
  public void offices(Person person, Set<Office> offices) {
    book.offices(person.id(), offices);
  }

  public Optional<Person> find(UUID id) {
    return book.find(id);
  }

  /**
   * Refuses what is too short or too long, or guessed easily of this person.
   *
   * @throws IllegalArgumentException with the bounds
   * @throws PasswordRule.Guessable when it would be guessed
   */
  public void checkPassword(Person person, String password) {
    rule.check(person.login(), password);
  }

  private static String checkLogin(String login) {
    String plain = canonical(login);
    if (plain.isEmpty() || plain.length() > MOST_LOGIN || !plain.matches("[a-z0-9._@+-]+")) {
      throw new IllegalArgumentException(
          "a login has 1 to " + MOST_LOGIN + " of a-z, 0-9 and . _ @ + -: \"" + login + "\"");
    }
    return plain;
  }

  /** The person with that login and password; takes as long when there is no such login. */
  public Optional<Person> signIn(String login, String password) {
    Optional<PersonBook.Entry> entry = book.find(canonical(login));
    String hash =
        entry
            .map(PersonBook.Entry::passwordHash)
            .filter(each -> !each.isEmpty())
            .orElse(nobodysHash);
    boolean right = password.length() <= PasswordRule.MOST && encoder.matches(read(password), hash);
    return entry
        .map(PersonBook.Entry::person)
        .filter(person -> right && person.endedAt().isEmpty());
  }

  /** The person of that login as it is now, while it may sign in. */
  public Optional<Person> active(String login) {
    return book.find(login).map(PersonBook.Entry::person).filter(Person::isActive);
  }

  /** People of all members, those whose sign-in has ended too. */
  public List<Person> everybody() {
    return book.everybody();
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

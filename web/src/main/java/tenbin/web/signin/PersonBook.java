package tenbin.web.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** Where people are kept. Any thread. */
public interface PersonBook {
  /**
   * Adds a person or gives the one of that login a new password and member.
   *
   * @param passwordHash never the password
   */
  void put(Person person, String passwordHash);

  /** Adds a person without a password; false when somebody has that login. */
  boolean add(Person person);

  Optional<Entry> find(String login);

  Optional<Person> find(UUID id);

  void password(UUID person, String passwordHash);

  void offices(UUID person, Set<Office> offices);

  List<Person> people(MemberId member);

  /** People of all members, those whose sign-in has ended too. */
  List<Person> everybody();

  /** From then on the person may not sign in. */
  void end(UUID person, Instant at);

  /** A person with the hash of its password, empty before it chose one. */
  record Entry(Person person, String passwordHash) {}
}

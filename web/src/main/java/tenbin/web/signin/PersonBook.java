package tenbin.web.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  Optional<Entry> find(String login);

  List<Person> people(MemberId member);

  /** From then on the person may not sign in. */
  void end(UUID person, Instant at);

  /** A person with the hash of its password. */
  record Entry(Person person, String passwordHash) {}
}

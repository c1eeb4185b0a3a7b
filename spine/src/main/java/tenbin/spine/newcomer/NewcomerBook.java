package tenbin.spine.newcomer;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;

/** Where newcomers, their networks, marks and signatures are kept. Any thread. */
public interface NewcomerBook {
  /** Contacts are checked once a year. */
  Period CONTACT = Period.ofYears(1);

  Optional<Newcomer> find(MemberId id);

  /** All there ever were, the newest invitation first. */
  List<Newcomer> all();

  /** Keeps one in the place of what was kept of it. */
  void put(Newcomer newcomer);

  /** Everybody's. */
  List<OwnRange> ranges();

  /** Keeps one in the place of what was kept of it. */
  void put(OwnRange range);

  /** Forgets one. */
  void remove(MemberId holder, Network network);

  List<Signature> signatures();

  /** Keeps one; a second one under the same agreement changes nothing. */
  void put(Signature signature);

  /** What a newcomer gave as its contacts, one a role. */
  List<Contact> contacts(MemberId member);

  /** Keeps one in the place of that role's before. */
  void put(MemberId member, Contact contact);

  Optional<Mark> mark(MemberId member);

  /** Keeps one in the place of the one before. */
  void put(Mark mark);

  /** A book in a database that has the tables of {@code V31__newcomers.sql}. */
  static NewcomerBook in(DataSource database) {
    return new StoredNewcomers(database);
  }

  /** A book that forgets when the process ends. */
  static NewcomerBook inMemory() {
    return new MemoryNewcomers();
  }
}

package tenbin.hub.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.roster.Conflict;
import tenbin.spine.roster.Roster;
import tenbin.web.signin.Person;
import tenbin.web.signin.PersonBook;
import tenbin.web.signin.Token;
import tenbin.web.signin.TokenBook;

/** People, tokens and the roster in memory. */
final class FakeBooks {
  final FakePeople people = new FakePeople();
  final FakeTokens tokens = new FakeTokens();
  final FakeRoster roster = new FakeRoster();

  /** People in memory. */
  static final class FakePeople implements PersonBook {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public void put(Person person, String passwordHash) {
      entries.put(person.login(), new Entry(person, passwordHash));
    }

    @Override
    public Optional<Entry> find(String login) {
      return Optional.ofNullable(entries.get(login));
    }

    @Override
    public void end(UUID person, Instant at) {
      entries.replaceAll((login, entry) -> {
        Person old = entry.person();
        return old.id().equals(person)
            ? new Entry(
                new Person(old.id(), old.member(), login, old.createdAt(), Optional.of(at)),
                entry.passwordHash())
            : entry;
      });
    }

    @Override
    public List<Person> people(MemberId member) {
      return entries.values().stream()
          .map(Entry::person)
          .filter(each -> each.member().equals(member))
          .toList();
    }
  }

  /** Tokens in memory. */
  static final class FakeTokens implements TokenBook {
    private final Map<Digest, Token> kept = new ConcurrentHashMap<>();

    @Override
    public void put(Token token, Digest hash) {
      kept.put(hash, token);
    }

    @Override
    public Optional<Token> find(Digest hash) {
      return Optional.ofNullable(kept.get(hash));
    }

    @Override
    public List<Token> tokens(MemberId member) {
      List<Token> all = new ArrayList<>(kept.values());
      all.removeIf(each -> !each.member().equals(member));
      all.sort(Comparator.comparing(Token::createdAt).reversed());
      return all;
    }

    @Override
    public boolean revoke(MemberId member, UUID token, Instant at) {
      boolean[] found = {false};
      kept.replaceAll((hash, each) -> {
        boolean mine = each.id().equals(token) && each.member().equals(member);
        found[0] |= mine;
        return mine
            ? new Token(
                each.id(),
                each.member(),
                each.title(),
                each.scopes(),
                each.createdAt(),
                each.expiresAt(),
                Optional.of(at))
            : each;
      });
      return found[0];
    }
  }

  /** The roster in memory. */
  static final class FakeRoster implements Roster {
    private volatile Circle circle = Fake.circle();

    @Override
    public Circle circle() {
      return circle;
    }

    @Override
    public List<Conflict> conflicts() {
      return List.of();
    }

    @Override
    public void replace(Circle next, String yaml) {
      circle = next;
    }
  }
}

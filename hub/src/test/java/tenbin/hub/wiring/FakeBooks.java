package tenbin.hub.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.newcomer.Growth;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.NewcomerBook;
import tenbin.spine.roster.Conflict;
import tenbin.spine.roster.Roster;
import tenbin.web.signin.Bound;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;
import tenbin.web.signin.PersonBook;
import tenbin.web.signin.Token;
import tenbin.web.signin.TokenBook;

/** People, tokens and the roster in memory. */
final class FakeBooks {
  final FakePeople people = new FakePeople();
  final FakeTokens tokens = new FakeTokens();
  final NewcomerBook newcomers = NewcomerBook.inMemory();
  final FakeRoster roster = new FakeRoster(newcomers);

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
    public boolean add(Person person) {
      return entries.putIfAbsent(person.login(), new Entry(person, "")) == null;
    }

    @Override
    public Optional<Person> find(UUID id) {
      return everybody().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void change(UUID person, UnaryOperator<Entry> change) {
      entries.replaceAll(
          (login, entry) -> entry.person().id().equals(person) ? change.apply(entry) : entry);
    }

    @Override
    public void password(UUID person, String passwordHash) {
      change(person, entry -> new Entry(entry.person(), passwordHash));
    }

    @Override
    public void offices(UUID person, Set<Office> offices) {
      change(person, entry -> with(entry, offices, entry.person().endedAt()));
    }

    @Override
    public void end(UUID person, Instant at) {
      change(person, entry -> with(entry, entry.person().offices(), Optional.of(at)));
    }

    private static Entry with(Entry entry, Set<Office> offices, Optional<Instant> endedAt) {
      Person old = entry.person();
      return new Entry(
          new Person(old.id(), old.member(), old.login(), offices, old.createdAt(), endedAt),
          entry.passwordHash());
    }

    @Override
    public List<Person> everybody() {
      return entries.values().stream().map(Entry::person).toList();
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
    public synchronized boolean bind(Token token, Instant at) {
      Digest certificate = token.bound().orElseThrow().certificate();
      kept.entrySet()
          .removeIf(each -> each.getKey().equals(certificate) && !each.getValue().holdsAt(at));
      if (kept.containsKey(certificate)) {
        return false;
      }
      kept.values().removeIf(each -> each.id().equals(token.id()));
      kept.put(
          certificate,
          new Token(
              token.id(),
              token.member(),
              token.title(),
              token.scopes(),
              token.createdAt(),
              token.expiresAt(),
              token.revokedAt(),
              Optional.of(new Bound(certificate, true))));
      return true;
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
                Optional.of(at),
                each.bound())
            : each;
      });
      return found[0];
    }
  }

  /** The roster in memory. */
  static final class FakeRoster implements Roster {
    private final NewcomerBook newcomers;
    private volatile Circle circle = Fake.circle();

    FakeRoster(NewcomerBook newcomers) {
      this.newcomers = newcomers;
    }

    @Override
    public Circle circle() {
      return new Growth(newcomers).apply(circle);
    }

    @Override
    public boolean isSettling(MemberId id) {
      return newcomers.find(id).filter(each -> each.stage() == Newcomer.Stage.SETTLING).isPresent();
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

package tenbin.balance.ground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;

/**
 * All grounds in force together: what a weighing goes by. Everything in it is ordered by id, so the
 * order of files and rules changes no answer. Immutable; any thread.
 */
public final class PolicySet {
  private final String version;
  private final Map<String, Order> orders;
  private final Map<PartyId, Party> parties;
  private final Map<String, List<Fact>> facts;
  private final List<Touch> touches;
  private final List<Basis> bases;
  private final List<Forbid> forbids;
  private final List<AskRule> askRules;
  private final List<StandingRule> standings;
  private final Map<Purpose, Need> needs;
  private final Map<String, Register> registers;
  private final Map<String, Scheme> schemes;
  private final Tlp unmarked;
  private final List<Basis> impersonal;
  private final Map<PartyId, List<Basis>> consents = new HashMap<>();
  private final Map<PartyId, List<Basis>> personal = new ConcurrentHashMap<>();

  /**
   * What goes into a policy set, as plain lists.
   *
   * @param version names the set: a digest of its files
   * @param orders besides the standard ones
   * @param parties whom it knows
   * @param facts on record
   * @param touches gates that laws add
   * @param bases what opens
   * @param forbids what shuts
   * @param askRules where one may ask
   * @param standings what recipients must meet
   * @param needs what purposes need
   * @param registers of those who opted out
   * @param schemes markings of somebody's own
   * @param unmarked what unmarked things count as
   */
  public record Parts(
      String version,
      List<Order> orders,
      List<Party> parties,
      List<Fact> facts,
      List<Touch> touches,
      List<Basis> bases,
      List<Forbid> forbids,
      List<AskRule> askRules,
      List<StandingRule> standings,
      Map<Purpose, Need> needs,
      List<Register> registers,
      List<Scheme> schemes,
      Tlp unmarked) {
    /** The same with other bases. */
    public Parts withBases(List<Basis> others) {
      return new Parts(
          version, orders, parties, facts, touches, others, forbids, askRules, standings, needs,
          registers, schemes, unmarked);
    }

    /** The same with other registers. */
    public Parts withRegisters(List<Register> others) {
      return new Parts(
          version, orders, parties, facts, touches, bases, forbids, askRules, standings, needs,
          others, schemes, unmarked);
    }

    /** The same with other forbids. */
    public Parts withForbids(List<Forbid> others) {
      return new Parts(
          version, orders, parties, facts, touches, bases, others, askRules, standings, needs,
          registers, schemes, unmarked);
    }
  }

  private final Parts parts;

  /**
   * A policy set of its parts.
   *
   * @throws IllegalArgumentException when two parts of one kind have one id
   */
  public PolicySet(Parts parts) {
    this.parts = parts;
    this.version = parts.version();
    this.orders = new HashMap<>();
    Order.STANDARD.forEach(order -> orders.put(order.name(), order));
    parts.orders().forEach(order -> orders.put(order.name(), order));
    this.parties = byId(parts.parties(), Party::id);
    this.registers = byId(parts.registers(), Register::id);
    this.schemes = byId(parts.schemes(), Scheme::id);
    this.facts = new HashMap<>();
    for (Fact fact : parts.facts()) {
      facts.computeIfAbsent(key(fact.about(), fact.key()), k -> new ArrayList<>()).add(fact);
    }
    byId(parts.bases(), Basis::id);
    byId(parts.forbids(), Forbid::id);
    this.touches = List.copyOf(parts.touches());
    this.bases = sorted(parts.bases(), Comparator.comparing(Basis::id));
    this.forbids = sorted(parts.forbids(), Comparator.comparing(Forbid::id));
    this.askRules = sorted(parts.askRules(), Comparator.comparing(AskRule::id));
    this.standings = sorted(parts.standings(), Comparator.comparing(StandingRule::id));
    this.needs = Map.copyOf(parts.needs());
    this.unmarked = parts.unmarked();
    this.impersonal =
        bases.stream().filter(basis -> !(basis.grant() instanceof Grant.Consent)).toList();
    for (Basis basis : bases) {
      if (basis.grant() instanceof Grant.Consent consent) {
        consents.computeIfAbsent(consent.subject(), unseen -> new ArrayList<>()).add(basis);
      }
    }
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  private static <K, T> Map<K, T> byId(List<T> list, java.util.function.Function<T, K> id) {
    Map<K, T> map = new HashMap<>();
    for (T each : list) {
      if (map.put(id.apply(each), each) != null) {
        throw new IllegalArgumentException("twice in one policy set: " + id.apply(each));
      }
    }
    return map;
  }

  private static String key(String about, String key) {
    return about + "\n" + key;
  }

  /** What it is made of, to make a changed one. */
  public Parts parts() {
    return parts;
  }

  public String version() {
    return version;
  }

  public Optional<Order> order(String name) {
    return Optional.ofNullable(orders.get(name));
  }

  /** A party, a stranger of no class and no law where it is not known. */
  public Party party(PartyId id) {
    Party known = parties.get(id);
    return known != null
        ? known
        : new Party(id, id.text(), java.util.Set.of(), true, java.util.Set.of());
  }

  /** Everybody it knows. */
  public Collection<Party> parties() {
    return parties.values();
  }

  public boolean knows(PartyId id) {
    return parties.containsKey(id);
  }

  /** A fact's value as known: of several that hold, the one recorded last. */
  public Optional<String> fact(String about, String key, When when) {
    return facts.getOrDefault(key(about, key), List.of()).stream()
        .filter(fact -> fact.term().holds(when))
        .max(
            Comparator.comparing((Fact fact) -> latestRecord(fact, when))
                .thenComparing(Fact::value))
        .map(Fact::value);
  }

  private static java.time.Instant latestRecord(Fact fact, When when) {
    return fact.term().spans().stream()
        .filter(span -> span.holds(when))
        .map(Span::recordedAt)
        .max(Comparator.naturalOrder())
        .orElse(java.time.Instant.MIN);
  }

  public List<Touch> touches() {
    return touches;
  }

  /** By id. */
  public List<Basis> bases() {
    return bases;
  }

  public List<Forbid> forbids() {
    return forbids;
  }

  public List<AskRule> askRules() {
    return askRules;
  }

  public List<StandingRule> standings() {
    return standings;
  }

  public Need need(Purpose purpose) {
    return needs.getOrDefault(purpose, Need.NOTHING);
  }

  public Optional<Register> register(String id) {
    return Optional.ofNullable(registers.get(id));
  }

  public Optional<Scheme> scheme(String id) {
    return Optional.ofNullable(schemes.get(id));
  }

  /** What counts as the marking of what came without one. */
  public Tlp unmarked() {
    return unmarked;
  }

  /** What one subject consented to, by id: where one is refused or withdrawn, it shuts others. */
  public List<Basis> consentsOf(PartyId subject) {
    return Collections.unmodifiableList(consents.getOrDefault(subject, List.of()));
  }

  /**
   * By id, what can open something that is about a subject, or about nobody in particular: all but
   * the consents of others, which open nothing of it, however many there are.
   */
  public List<Basis> basesFor(Optional<PartyId> subject) {
    return subject
        .filter(consents::containsKey)
        .map(each -> personal.computeIfAbsent(each, this::withConsentsOf))
        .orElse(impersonal);
  }

  private List<Basis> withConsentsOf(PartyId subject) {
    List<Basis> all = new ArrayList<>(impersonal);
    all.addAll(consentsOf(subject));
    return sorted(all, Comparator.comparing(Basis::id));
  }
}

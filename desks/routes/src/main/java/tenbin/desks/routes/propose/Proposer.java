package tenbin.desks.routes.propose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.file.Remarks;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Makes a proposal in three steps: it looks for what the ASes originate, then for what others
 * originate of the same, and holds both against what is registered. For one thread.
 */
public final class Proposer {
  /** More than that nobody decides line by line. */
  private static final int MOST_OPEN = 1_000;

  private final MemberId member;
  private final Set<Asn> asns;
  private final Registered registered;
  private final OwnRoutes own;
  private final OtherRoutes others;
  private final Map<Remarks.Line, List<String>> evidence = new LinkedHashMap<>();
  private final List<Open> open = new ArrayList<>();

  /**
   * A proposer that has seen what the ASes do.
   *
   * @param own what they were seen to originate; it stays as it is from now on
   */
  public Proposer(MemberId member, Set<Asn> asns, OwnRoutes own, Registered registered) {
    this.member = member;
    this.asns = Set.copyOf(asns);
    this.own = own;
    this.registered = registered;
    List<Watched> wanted =
        Stream.concat(own.prefixes().keySet().stream(), registered.prefixes().keySet().stream())
            .distinct()
            .map(Watched::of)
            .toList();
    others = new OtherRoutes(asns, new Declarations(List.of(declaration(wanted))));
  }

  private Declaration declaration(List<Watched> prefixes) {
    return new Declaration(member, asns, Set.of(), Set.of(), Set.of(), prefixes, List.of());
  }

  /** Takes the same recordings as {@code own} did, to find what others originate. */
  public OtherRoutes others() {
    return others;
  }

  /** The proposal, after {@link #others} has seen everything. */
  public Proposal proposal() {
    Set<Prefix> disputed = disputed();
    List<Watched> prefixes = new ArrayList<>();
    own.prefixes()
        .forEach((prefix, sight) -> {
          if (!disputed.contains(prefix)) {
            prefixes.add(Watched.of(prefix));
            say(
                prefix,
                Stream.concat(
                        Stream.of(sight.text(own.vantages())), registered.words(prefix).stream())
                    .toList());
          }
        });
    heldBack(disputed, prefixes);
    Neighbours neighbours = new Neighbours(own, registered, this::open);
    neighbours.evidence().forEach(evidence::put);
    Declaration whole =
        new Declaration(
            member,
            asns,
            neighbours.of("upstreams"),
            neighbours.of("peers"),
            neighbours.of("downstreams"),
            prefixes,
            List.of());
    return new Proposal(whole, evidence, shortened(), own.vantages());
  }

  private void say(Prefix prefix, List<String> words) {
    evidence.put(new Remarks.Line("prefixes", prefix.toString()), words);
  }

  private void open(String what, String why) {
    open.add(new Open(what, why));
  }

  private List<Open> shortened() {
    if (open.size() <= MOST_OPEN) {
      return open;
    }
    List<Open> some = new ArrayList<>(open.subList(0, MOST_OPEN));
    some.add(new Open("and " + (open.size() - MOST_OPEN) + " more", "of the same kinds"));
    return some;
  }

  /** Prefixes that another AS announces, or that a ROA gives to another: not proposed. */
  private Set<Prefix> disputed() {
    Set<Prefix> disputed = new HashSet<>();
    others
        .claims()
        .forEach((claim, sight) -> {
          String by = "AS" + claim.origin() + ", " + sight.text(own.vantages());
          if (claim.isExact()) {
            disputed.add(claim.prefix());
            open(claim.prefix().toString(), "announced by " + by);
          } else {
            open(claim.prefix().toString(), "a part of " + claim.of() + " announced by " + by);
          }
        });
    for (Prefix each : own.prefixes().keySet()) {
      if (registered.isAnothers(each) && disputed.add(each)) {
        open(each.toString(), "announced, and the ROA is of " + registered.roaHolders(each));
      }
    }
    return disputed;
  }

  /** What is registered and not announced is held back, unless it is a part of what is. */
  private void heldBack(Set<Prefix> disputed, List<Watched> into) {
    Declarations announced = new Declarations(List.of(declaration(List.copyOf(into))));
    registered
        .prefixes()
        .forEach((prefix, where) -> {
          boolean free = announced.around(prefix).isEmpty() && !disputed.contains(prefix);
          if (free) {
            into.add(heldBack(prefix));
            say(prefix, List.of("not announced", "registered: " + String.join(", ", where)));
          }
        });
  }

  private static Watched heldBack(Prefix prefix) {
    int longest = Watched.most(prefix);
    return new Watched(prefix, longest, Set.of(), Set.of(), false, Optional.empty());
  }
}

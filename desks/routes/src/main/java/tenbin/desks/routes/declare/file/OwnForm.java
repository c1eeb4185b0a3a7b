package tenbin.desks.routes.declare.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Our own form: a list of members, each with what it says. */
final class OwnForm {
  static final String TOP = "declarations";

  private static final Set<String> MEMBER =
      Set.of("member", "asns", "upstreams", "peers", "downstreams", "prefixes", "locks");
  private static final Set<String> PREFIX =
      Set.of(
          "prefix",
          "longest",
          "origins",
          "first-hops",
          "announced",
          "prepends",
          "watching",
          "note");
  private static final Set<String> LOCK = Set.of("locked", "behind");
  private static final int MOST_PREPENDS = 255;

  private final MemberId owner;

  /** Of a file whose nameless declarations are this member's. */
  OwnForm(MemberId owner) {
    this.owner = owner;
  }

  List<Declaration> read(Spot root) {
    Spot list = root;
    if (!root.node().isArray()) {
      root.only(Set.of(TOP));
      list = root.at(TOP);
    }
    List<Declaration> all = new ArrayList<>();
    list.items().forEach(each -> declaration(each).ifPresent(all::add));
    return all;
  }

  private Optional<Declaration> declaration(Spot at) {
    if (!at.node().isObject()) {
      at.wrong("a member with its asns and prefixes is wanted here");
      return Optional.empty();
    }
    at.only(MEMBER);
    Optional<MemberId> member =
        at.has("member") ? at.at("member").parsed(MemberId::new) : Optional.of(owner);
    List<Watched> prefixes = new ArrayList<>();
    at.at("prefixes").items().forEach(each -> watched(each).ifPresent(prefixes::add));
    List<PeerLock> locks = new ArrayList<>();
    at.at("locks").items().forEach(each -> lock(each).ifPresent(locks::add));
    return member.map(id ->
        new Declaration(
            id,
            at.at("asns").asns(),
            at.at("upstreams").asns(),
            at.at("peers").asns(),
            at.at("downstreams").asns(),
            prefixes,
            locks));
  }

  private static Optional<Watched> watched(Spot at) {
    if (!at.node().isObject()) {
      return at.prefix().map(Watched::of);
    }
    at.only(PREFIX);
    return at.at("prefix").prefix().map(prefix -> watched(at, prefix));
  }

  private static Watched watched(Spot at, Prefix prefix) {
    int most = Watched.most(prefix);
    int longest =
        at.has("longest") ? at.at("longest").number(prefix.length(), most).orElse(most) : most;
    Optional<Integer> prepends =
        at.has("prepends") ? at.at("prepends").number(0, MOST_PREPENDS) : Optional.empty();
    return new Watched(
        prefix,
        longest,
        at.at("origins").asns(),
        at.at("first-hops").asns(),
        !at.has("announced") || at.at("announced").isYes(),
        prepends,
        at.has("watching") ? watching(at.at("watching")) : Watching.ALL,
        at.at("note").text());
  }

  private static Watching watching(Spot at) {
    for (Watching each : Watching.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(at.text())) {
        return each;
      }
    }
    at.wrong("none of all, itself, nothing: all is taken");
    return Watching.ALL;
  }

  private static Optional<PeerLock> lock(Spot at) {
    at.only(LOCK);
    Optional<Asn> locked = at.at("locked").parsed(Asn::parse);
    return locked.map(asn -> new PeerLock(asn, at.at("behind").asns()));
  }
}

package tenbin.desks.routes.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.desks.routes.declare.file.Remarks;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What a proposal would change of what is declared. What the member said beyond that (notes, first
 * hops, locks, space held back that nothing contradicts) stays; so does what is open.
 */
public final class Difference {
  private final Declaration before;
  private final Proposal proposal;
  private final Set<String> open;
  private final List<Change> changes = new ArrayList<>();
  private final Declaration accepted;

  public Difference(Declaration before, Proposal proposal) {
    this.before = before;
    this.proposal = proposal;
    open = proposal.open().stream().map(Open::what).collect(Collectors.toSet());
    Declaration after = proposal.declaration();
    accepted =
        new Declaration(
            before.member(),
            numbers("asns", before.asns(), after.asns()),
            numbers("upstreams", before.upstreams(), after.upstreams()),
            numbers("peers", before.peers(), after.peers()),
            numbers("downstreams", before.downstreams(), after.downstreams()),
            prefixes(),
            before.locks());
  }

  /** In the order of the form. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** What would be declared with all of them. */
  public Declaration accepted() {
    return accepted;
  }

  private Set<Asn> numbers(String key, Set<Asn> old, Set<Asn> proposed) {
    Set<Asn> kept = new TreeSet<>(proposed);
    for (Asn each : new TreeSet<>(old)) {
      if (proposed.contains(each)) {
        continue;
      }
      boolean stays = key.equals("asns") || open.contains("AS" + each);
      if (stays) {
        kept.add(each);
      } else {
        change(Change.How.REMOVED, key, each.toString(), "not seen there");
      }
    }
    for (Asn each : new TreeSet<>(proposed)) {
      if (!old.contains(each)) {
        change(Change.How.ADDED, key, each.toString(), "");
      }
    }
    return kept;
  }

  private List<Watched> prefixes() {
    Map<Prefix, Watched> proposed = new LinkedHashMap<>();
    proposal.declaration().prefixes().forEach(each -> proposed.put(each.prefix(), each));
    List<Watched> kept = new ArrayList<>();
    for (Watched old : before.prefixes()) {
      Watched found = proposed.remove(old.prefix());
      if (found == null) {
        keep(old, kept);
      } else {
        kept.add(found.announced() == old.announced() ? old : turned(old, found));
      }
    }
    proposed
        .values()
        .forEach(each -> {
          change(Change.How.ADDED, "prefixes", each.prefix().toString(), "");
          kept.add(each);
        });
    return kept;
  }

  /** Nothing is known of it: what was to be seen goes, the rest and what is open stays. */
  private void keep(Watched old, List<Watched> kept) {
    boolean silent = !old.announced() || old.watching() == Watching.NOTHING;
    if (silent || open.contains(old.prefix().toString())) {
      kept.add(old);
    } else {
      change(
          Change.How.REMOVED, "prefixes", old.prefix().toString(), "neither seen nor registered");
    }
  }

  private Watched turned(Watched old, Watched found) {
    String how = found.announced() ? "announced: now it is seen" : "announced: no";
    change(Change.How.CHANGED, "prefixes", old.prefix().toString(), how);
    return new Watched(
        old.prefix(),
        old.longest(),
        old.origins(),
        old.firstHops(),
        found.announced(),
        old.prepends(),
        old.watching(),
        old.note());
  }

  private void change(Change.How how, String key, String value, String why) {
    Remarks.Line line = new Remarks.Line(key, value);
    List<String> said = new ArrayList<>(proposal.on(line));
    if (!why.isEmpty()) {
      said.add(0, why);
    }
    changes.add(new Change(how, line, String.join("; ", said)));
  }
}

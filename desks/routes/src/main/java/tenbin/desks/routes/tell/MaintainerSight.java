package tenbin.desks.routes.tell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.book.Slice;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/**
 * Incidents as maintainers outside the circle may know them: each its own prefixes and nothing of
 * others, on the ground that its registry object asked for it. What the object is and of which date
 * stands with the decision in the ledger.
 */
public final class MaintainerSight {
  private static final String KIND = "route-maintainer";

  private final IncidentBook book;
  private final Asking asking;
  private final Rows rows;

  MaintainerSight(IncidentBook book, Asking asking, Rows rows) {
    this.book = book;
    this.asking = asking;
    this.rows = rows;
  }

  private static Reader reader(MemberId party, Maintainer maintainer, OptIns optIns) {
    return Reader.outside(
        party,
        Map.of(
            "registry",
            maintainer.source(),
            "registry-object",
            maintainer.name(),
            "registry-date",
            optIns.asOf().toString()));
  }

  /** Whom an incident touches, of those who ask now and whom somebody lets know; by their ids. */
  public Map<MemberId, MaintainerImpact> impacts(
      UUID id, OptIns optIns, Function<MemberId, Plan> plans) {
    Optional<Incident> incident = book.incident(id);
    Map<MemberId, MaintainerImpact> all = new LinkedHashMap<>();
    if (incident.isEmpty()) {
      return all;
    }
    Slice slice = Slice.first(id, Optional.of(Outside.ALL), Slice.MOST);
    List<Sighted> page = book.prefixes(slice);
    while (!page.isEmpty()) {
      for (Sighted row : page) {
        for (Maintainer each : optIns.of(row.affected().of())) {
          all.computeIfAbsent(
                  Outside.of(each),
                  party -> {
                    Reader reader = reader(party, each, optIns);
                    Rows.Owners owners = rows.owners(plans.apply(party), id, reader);
                    return new MaintainerImpact(incident.get(), party, each, owners);
                  })
              .add(row);
        }
      }
      page =
          page.size() < Slice.MOST
              ? List.of()
              : book.prefixes(slice.behind(page.getLast().affected().prefix()));
    }
    all.values().removeIf(each -> each.prefixes() == 0);
    return all;
  }

  /** What a mail to one of them says: the first part is its text, the others its list. */
  public List<Disclosure> notice(
      Plan plan, MaintainerImpact impact, ToldBook.Line line, OptIns optIns) {
    Reader reader = reader(impact.party(), impact.maintainer(), optIns);
    Reader.Event event = Reader.Event.over(line.what() == Notice.What.ENDED);
    String id = line.incident() + "/" + line.number();
    Asking.What what = new Asking.What(KIND, id, event);
    List<Disclosure> parts = new ArrayList<>();
    new TreeSet<>(impact.owners().open())
        .stream()
            .findFirst()
            .flatMap(owner -> asking.decide(plan, what, owner, reader, facts(impact, line).list()))
            .ifPresent(parts::add);
    if (!parts.isEmpty()) {
      parts.addAll(rows.prefixes(plan, line.incident(), reader, impact.owners(), impact.listed()));
    }
    return parts;
  }

  private RouteFacts facts(MaintainerImpact impact, ToldBook.Line line) {
    List<PathSeen> steps = steps(impact);
    int seen = (int) steps.stream().map(PathSeen::from).distinct().count();
    PathRest rest = new PathRest(impact.incident().cause().by(), steps);
    List<PathRest.Moment> moments = rest.moments(steps);
    return RouteFacts.of(impact)
        .notice(line.what(), "", List.of())
        .vantages(seen)
        .rest(moments.isEmpty() ? List.of() : List.of(moments.getLast()));
  }

  /** Of its own prefixes, by those who let it go. */
  private List<PathSeen> steps(MaintainerImpact impact) {
    Set<Prefix> own =
        impact.listed().stream().map(each -> each.affected().prefix()).collect(Collectors.toSet());
    return book.steps(impact.incident().id()).kept().stream()
        .filter(each -> own.contains(each.prefix()))
        .filter(each -> impact.owners().open().contains(Owner.of(each.from().feed())))
        .toList();
  }
}

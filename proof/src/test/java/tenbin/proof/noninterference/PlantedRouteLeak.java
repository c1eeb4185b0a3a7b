package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Share;
import tenbin.desks.routes.book.Steps;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.Tag;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.net.Asn;

/** Planted leaks about routes: who heard it, where paths begin, how many, what befell others. */
enum PlantedRouteLeak implements Plant {
  ROUTERS_OF_WHOM("/routes") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return reasoned(
          parts,
          glimpse ->
              glimpse.owners().stream()
                  .map(each -> "by " + each.text())
                  .sorted()
                  .collect(Collectors.joining(" ")));
    }
  },
  WHERE_PATHS_BEGIN("/routes") {
    // As if three heard each path: nobody hides behind others any more.
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          IncidentBook.class,
          result ->
              result instanceof Steps steps
                  ? new Steps(
                      steps.kept().stream().flatMap(PlantedRouteLeak::threefold).toList(),
                      steps.cut())
                  : result);
    }
  },
  HOW_MANY_ROUTERS_EXACTLY("/routes") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return reasoned(parts, glimpse -> glimpse.incident().vantages() + " in all");
    }
  },
  PREFIXES_OF_ANOTHER_MEMBER("/routes") {
    // Whose prefixes they are to be is forgotten.
    @Override
    public HubParts through(HubParts parts, int others) {
      IncidentBook real = parts.routes().desk().incidents();
      return SwappedRoutes.with(
          parts,
          (method, arguments) ->
              arguments != null && arguments[0] instanceof Share share
                  ? method.invoke(
                      real,
                      new Share(
                          share.incident(), Optional.empty(), share.owners(), share.unknown()))
                  : method.invoke(real, arguments));
    }
  },
  HOW_MANY_PREFIXES_OF_EVERYBODY("/routes") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return reasoned(parts, glimpse -> glimpse.incident().prefixes() + " prefixes");
    }
  },
  A_WORD_OF_ANOTHER_MEMBER("/routes") {
    @Override
    public HubParts through(HubParts parts, int others) {
      IncidentBook book = parts.routes().desk().incidents();
      return reasoned(
          parts,
          glimpse ->
              parts.roster().circle().members().stream()
                  .flatMap(each -> book.deeds(glimpse.incident().id(), each.id()).stream())
                  .map(Deed::toString)
                  .collect(Collectors.joining(" ")));
    }
  },
  NOTICES_COUNTED_THROUGH("/api/v1/rows?purpose=P5") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replaceFirst("route-", "route-" + Plant.othersIn(world));
    }
  },
  DECLARATIONS_COUNTED_THROUGH("/routes/mine") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          DeclarationBook.class,
          result ->
              result instanceof Optional<?> found
                  ? found
                      .map(DeclarationBook.Given.class::cast)
                      .map(each -> Swapped.copy(each, each.number(), each.number() + others))
                  : result);
    }
  },
  FEEDS_OF_EVERYBODY("/routes/feeds") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          FeedStates.class,
          result ->
              Plant.each(
                  result,
                  FeedStates.FeedState.class,
                  each -> Swapped.copy(each, each.name(), each.name().replace("member:", "of "))));
    }
  };

  private final String place;

  PlantedRouteLeak(String place) {
    this.place = place;
  }

  @Override
  public List<String> groups() {
    return List.of("routes");
  }

  @Override
  public String place() {
    return place;
  }

  /** With one reason more. */
  private static HubParts reasoned(HubParts parts, Function<Glimpse, String> detail) {
    return Swapped.around(
        parts,
        IncidentBook.class,
        result ->
            result instanceof Optional<?> one
                ? one.map(
                    each -> each instanceof Glimpse glimpse ? reasoned(glimpse, detail) : each)
                : Plant.each(result, Glimpse.class, glimpse -> reasoned(glimpse, detail)));
  }

  private static Glimpse reasoned(Glimpse glimpse, Function<Glimpse, String> detail) {
    Incident incident = glimpse.incident();
    List<Tag> more = new ArrayList<>(incident.evidence());
    more.add(new Tag("planted", 0, detail.apply(glimpse)));
    return new Glimpse(
        Swapped.copy(incident, incident.evidence(), more), glimpse.witnesses(), glimpse.sample());
  }

  private static Stream<PathSeen> threefold(PathSeen step) {
    return IntStream.range(0, 3)
        .mapToObj(each -> {
          Vantage from = step.from();
          Asn asn = new Asn(from.asn().number() + 1_000L * each);
          Vantage other = new Vantage(from.feed(), asn, from.address());
          return new PathSeen(step.at(), other, step.prefix(), step.path());
        });
  }
}

package tenbin.desks.routes.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Two maintainers outside the circle, each with prefixes that one stranger announces. */
final class OutsideStage {
  static final Maintainer ONE = new Maintainer("MAINT-ONE", "JPIRR", List.of("noc@one.example"));
  static final Maintainer TWO = new Maintainer("MAINT-TWO", "JPIRR", List.of("noc@two.example"));
  static final Instant DATE = Instant.parse("2017-08-24T18:00:00Z");

  final Stage stage = new Stage();
  OptIns optIns = optIns(Set.of(ONE, TWO));

  OutsideStage() {
    stage.letMaintainersKnow();
    stage.asks(id(ONE));
    stage.asks(id(TWO));
  }

  static MemberId id(Maintainer whose) {
    return Outside.of(whose);
  }

  static Prefix of(Maintainer whose, int number) {
    int third = (whose.equals(ONE) ? 0 : 64) + number;
    return Prefix.parse("203.0." + third + ".0/24");
  }

  static OptIns optIns(Set<Maintainer> asking) {
    IrrTable.Builder table = IrrTable.builder();
    for (Maintainer each : List.of(ONE, TWO)) {
      for (int i = 0; i < 64; i++) {
        table.add(new RouteObject(of(each, i), new Asn(64_501), "JPIRR", List.of(each.name())));
      }
    }
    asking.forEach(table::add);
    return new OptIns(table.build(), Declarations.NONE, DATE, Listening.parse("on"));
  }

  private static Affected affected(Prefix prefix, Optional<Instant> end) {
    return new Affected(
        prefix,
        prefix,
        Optional.of(Outside.ALL),
        new Asn(64_501),
        new Asn(64_666),
        Stage.BEGAN,
        end,
        end.isPresent() ? 0 : 2,
        2,
        "64500 64511 64512 64666");
  }

  /** So many prefixes of each are touched, seen by one router. */
  void happened(State state, int ofOne, int ofTwo, Vantage from) {
    Optional<Instant> end =
        state.isOver() ? Optional.of(Stage.BEGAN.plus(Duration.ofHours(3))) : Optional.empty();
    List<Affected> all =
        java.util.stream.Stream.concat(
                java.util.stream.IntStream.range(0, ofOne).mapToObj(i -> of(ONE, i)),
                java.util.stream.IntStream.range(0, ofTwo).mapToObj(i -> of(TWO, i)))
            .map(each -> affected(each, end))
            .toList();
    Incident incident =
        new Incident(
            Stage.ID,
            new Cause(Kind.ORIGIN_HIJACK, new Asn(64_666), Outside.ALL.text()),
            state,
            Stage.BEGAN,
            Stage.BEGAN.plusSeconds(30),
            end,
            all.size(),
            state.isOver() ? 0 : all.size(),
            2,
            9,
            7,
            List.of(),
            List.of(new Impact(Outside.ALL, all.size(), state.isOver() ? 0 : all.size())),
            0,
            0);
    stage.book.stands(incident, all);
    stage.book.seen(
        incident,
        all.stream()
            .map(each ->
                new PathSeen(
                    Stage.BEGAN.plusSeconds(1),
                    from,
                    each.prefix(),
                    from.asn() + " 64511 64512 64666"))
            .toList());
    stage.book.notice(new Notice(Notice.What.BEGAN, incident));
  }
}

package tenbin.hub.routes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.tell.RouteFacts;

/** A prefix of an incident as its reader may know it, for a template. */
public record PrefixLine(
    String prefix,
    String of,
    String member,
    String expected,
    String seen,
    Instant begin,
    @Nullable Instant end) {
  static PrefixLine of(Disclosure each) {
    String end = each.fact(RouteFacts.END);
    return new PrefixLine(
        each.fact(RouteFacts.PREFIX),
        each.fact(RouteFacts.OF),
        each.fact(RouteFacts.MEMBER),
        each.fact(RouteFacts.EXPECTED),
        each.fact(RouteFacts.SEEN),
        Instant.parse(each.fact(RouteFacts.BEGIN)),
        end.isEmpty() ? null : Instant.parse(end));
  }
}

package tenbin.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.ground.Basis;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.scales.CaseSpan;
import tenbin.spine.scales.Tipping;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.exit.Viewers;

/**
 * The scales as one holder may look at them: its own rows, counted in those cases too that it sees
 * itself. A case that is kept from it is in no number.
 */
public final class OwnScales {
  private static final Purpose SEES_CASES_FOR = Purpose.INFORM_AND_DEFEND;

  /** The newest: each costs a question about the rows of its hours. */
  private static final int MOST_CASES = 20;

  private final Weighbridge scales;
  private final CaseBook cases;
  private final Viewers viewers;

  public OwnScales(Weighbridge scales, CaseBook cases, Viewers viewers) {
    this.scales = scales;
    this.cases = cases;
    this.viewers = viewers;
  }

  /** What stands on them, with those clauses weighed of which the holder may be told. */
  Weighbridge.Reading read(MemberId holder, Predicate<String> clauses) {
    return scales.read(Optional.of(holder), seenBy(holder), clauses);
  }

  /** What one ground of a holder's own would tip. */
  Tipping tippedBy(Basis basis, MemberId holder) {
    return scales.tippedBy(basis, holder, seenBy(holder));
  }

  private List<CaseSpan> seenBy(MemberId holder) {
    return cases.cases(viewers.plan(holder, SEES_CASES_FOR, Outlet.PAGE)).stream()
        .limit(MOST_CASES)
        .flatMap(OwnScales::span)
        .toList();
  }

  /** The hours of a case, as far as its reader is told of them. */
  private static Stream<CaseSpan> span(Disclosure seen) {
    String from = seen.fact(CaseFacts.FROM);
    String to = seen.fact(CaseFacts.TO);
    String type = seen.fact(CaseFacts.TYPE);
    return from.isEmpty() || to.isEmpty() || type.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new CaseSpan(
                type,
                seen.fact(CaseFacts.FAMILY),
                Instant.parse(from),
                Instant.parse(to).plus(Duration.ofHours(1))));
  }
}

package tenbin.hub.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Reason;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Withholdings;
import tenbin.spine.roster.Roster;
import tenbin.web.layout.Everywhere;

/**
 * From where a visitor of the demo may look, with what the balance says for each. Only the demo and
 * its omniscient view use this.
 */
public final class DemoSeats {
  private static final Purpose PURPOSE = Purpose.NOTIFY_AFFECTED_CUSTOMER;
  private static final int OPERATORS = 2;

  private final Roster roster;
  private final Withholdings withholdings;

  public DemoSeats(Roster roster, Withholdings withholdings) {
    this.roster = roster;
    this.withholdings = withholdings;
  }

  /** Rows withheld for one reason. */
  public record Held(String word, String gate, long rows) {}

  /** A seat with its account. */
  public record Seat(
      String id, String kind, String name, Withholdings.Account account, List<Held> reasons) {
    /** Rows of which nothing went. */
    public long held() {
      return account.total() - account.released();
    }

    /** The released share in per cent. */
    public long share() {
      return account.total() == 0 ? 0 : Math.ceilDiv(account.released() * 100, account.total());
    }
  }

  /** A seat without its account. */
  public record Name(String id, String name) {}

  private Stream<Member> operators() {
    return roster.circle().members().stream()
        .filter(member -> kind(member).equals("member"))
        .filter(member -> !member.claims().isEmpty());
  }

  private List<Member> chosen() {
    List<Member> chosen = new ArrayList<>(operators().limit(OPERATORS).toList());
    for (String kind : List.of("observer", "secretariat")) {
      roster.circle().members().stream()
          .filter(member -> kind(member).equals(kind))
          .findFirst()
          .ifPresent(chosen::add);
    }
    return chosen;
  }

  /** Two operators, the observer, the secretariat. */
  List<Seat> featured(Locale locale) {
    return chosen().stream().map(member -> seat(member, Optional.empty(), locale)).toList();
  }

  /** The rest of the operators. */
  List<Name> others(Locale locale) {
    return operators()
        .skip(OPERATORS)
        .map(member -> new Name(member.id().text(), Everywhere.nameOf(member, locale)))
        .toList();
  }

  /** Some by their names. */
  List<Name> names(List<MemberId> some, Locale locale) {
    return roster.circle().members().stream()
        .filter(member -> some.contains(member.id()))
        .map(member -> new Name(member.id().text(), Everywhere.nameOf(member, locale)))
        .toList();
  }

  /** Everybody, for the rows of one report. */
  List<Seat> ofReport(Digest report, Locale locale) {
    return roster.circle().members().stream()
        .map(member -> seat(member, Optional.of(report), locale))
        .sorted(Comparator.comparingLong((Seat seat) -> seat.account.released()).reversed())
        .toList();
  }

  /** All rows that are there. */
  long total() {
    return chosen().stream()
        .findFirst()
        .map(member -> withholdings.account(member.id(), PURPOSE, Optional.empty()).total())
        .orElse(0L);
  }

  Optional<Member> member(String id) {
    return roster.circle().members().stream()
        .filter(member -> member.id().text().equals(id))
        .findFirst();
  }

  /** In whose name a visitor's own report comes in. */
  MemberId reporter() {
    return roster
        .circle()
        .secretariat()
        .or(() -> operators().findFirst())
        .map(Member::id)
        .orElseThrow(() -> new IllegalStateException("a demo without members"));
  }

  private Seat seat(Member member, Optional<Digest> report, Locale locale) {
    Withholdings.Account account = withholdings.account(member.id(), PURPOSE, report);
    List<Held> reasons =
        account.withheld().entrySet().stream()
            .sorted(
                Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(each ->
                new Held(Facts.word(each.getKey()), each.getKey().gate().name(), each.getValue()))
            .toList();
    return new Seat(
        member.id().text(), kind(member), Everywhere.nameOf(member, locale), account, reasons);
  }

  private static String kind(Member member) {
    return member.memberClass() == MemberClass.OBSERVER
        ? "observer"
        : member.memberClass() == MemberClass.SECRETARIAT ? "secretariat" : "member";
  }
}

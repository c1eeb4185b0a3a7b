package tenbin.hub.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.signin.Visitor;

/**
 * What leaves about joining, as disclosures with a line in the ledger: the board to whoever runs
 * the circle, the agreements to whoever is to sign them. A newcomer is no party yet; what it is
 * handed are the secretariat's own words, disclosed to the secretariat and to nobody else.
 */
public final class Handing {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final JoiningDoor door;
  private final Viewers viewers;
  private final WayOut wayOut;

  public Handing(JoiningDoor door, Viewers viewers, WayOut wayOut) {
    this.door = door;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  /** The board as it is told. */
  record Board(List<Progress> newcomers, List<InviteDesk.Wait> networks) {}

  /** The board on a page. */
  Board board(
      HttpServletRequest request,
      Visitor visitor,
      List<Progress> newcomers,
      List<InviteDesk.Wait> networks) {
    List<Disclosure> shown = new ArrayList<>();
    Board board = told(visitor, Outlet.PAGE, newcomers, networks, shown);
    wayOut.willShow(request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), shown);
    return board;
  }

  /** The board for a program. */
  ResponseEntity<byte[]> board(
      Visitor visitor,
      List<Progress> newcomers,
      List<InviteDesk.Wait> networks,
      Function<Board, Map<String, Object>> written) {
    List<Disclosure> shown = new ArrayList<>();
    Board board = told(visitor, Outlet.API, newcomers, networks, shown);
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API);
    return wayOut.packTold(errand, shown, written.apply(board)).answer("application/json");
  }

  private Board told(
      Visitor visitor,
      Outlet outlet,
      List<Progress> newcomers,
      List<InviteDesk.Wait> networks,
      List<Disclosure> shown) {
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    MemberId holder = visitor.member();
    return new Board(
        told(plan, newcomers, each -> newcomer(holder, each), shown),
        told(plan, networks, each -> network(holder, each), shown));
  }

  private static Item.Told newcomer(MemberId holder, Progress each) {
    return told(
        "newcomer",
        each.newcomer().id().text(),
        holder,
        Map.of(
            "name", each.newcomer().invited().name(),
            "mail", each.newcomer().letter().mail(),
            "stage", each.newcomer().stage().name()));
  }

  private static Item.Told network(MemberId holder, InviteDesk.Wait each) {
    return told(
        "own-network",
        each.range().holder() + " " + each.range().network(),
        holder,
        Map.of(
            "holder", each.holder(),
            "network", each.range().network().toString(),
            "contradicts", String.join("\n", each.others())));
  }

  private static Item.Told told(String kind, String id, MemberId holder, Map<String, String> said) {
    List<Item.Fact> facts =
        said.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new Item.Fact(each.getKey(), Category.CD, each.getValue()))
            .toList();
    return new Item.Told(kind, id, holder, Tlp.AMBER_STRICT, List.of(holder), facts);
  }

  /** Those of which the plan's recipient may be told. */
  private static <T> List<T> told(
      Plan plan, List<T> all, Function<T, Item.Told> as, List<Disclosure> shown) {
    List<T> told = new ArrayList<>();
    for (T each : all) {
      if (plan.decide(as.apply(each)) instanceof Decision.Released(Disclosure disclosure)) {
        shown.add(disclosure);
        told.add(each);
      }
    }
    return told;
  }

  /** The agreements on the page of somebody who is to sign them, or has. */
  List<AgreementPapers.Paper> agreements(
      HttpServletRequest request, List<AgreementPapers.Paper> papers) {
    List<Disclosure> shown = new ArrayList<>();
    List<AgreementPapers.Paper> told = new ArrayList<>();
    for (MemberId office : door.circle().secretariat().map(Member::id).stream().toList()) {
      Plan plan = viewers.plan(office, PURPOSE, Outlet.PAGE);
      told.addAll(told(plan, papers, each -> agreement(office, each), shown));
      wayOut.willShow(request, new WayOut.Errand(office, PURPOSE, Outlet.PAGE), shown);
    }
    return told;
  }

  private static Item.Told agreement(MemberId holder, AgreementPapers.Paper each) {
    return told(
        "agreement-to-sign",
        each.id(),
        holder,
        Map.of("title", each.title(), "digest", each.digest(), "evidence", each.evidence()));
  }
}

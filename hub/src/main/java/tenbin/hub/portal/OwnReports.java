package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.incident.IncidentText;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.IncidentItems;
import tenbin.spine.portal.Customer;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.Everywhere;

/** An organisation's own reports, told back to it: through the balance like anything else. */
public final class OwnReports {
  private final IncidentBook book;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Roster roster;

  public OwnReports(IncidentBook book, Viewers viewers, WayOut wayOut, Roster roster) {
    this.book = book;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.roster = roster;
  }

  /** A report as its teller reads it. */
  public record Own(UUID id, Instant toldAt, Map<IncidentField, String> values) {
    public String kind() {
      return values.getOrDefault(IncidentField.KIND, "");
    }

    public String day() {
      return values.getOrDefault(IncidentField.DAY, "");
    }

    /** For templates: fields by their words. */
    public List<Line> lines() {
      return values.entrySet().stream()
          .map(each -> Line.of(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /** A field's word and value. */
  public record Line(String word, String value) {
    static Line of(IncidentField field, String value) {
      return new Line(field.word(), IncidentText.readable(field, value));
    }
  }

  /** All of them, the newest first. */
  List<Own> shown(HttpServletRequest request, Customer customer) {
    Plan plan = plan(customer);
    List<Own> own = new ArrayList<>();
    List<Disclosure> shown = new ArrayList<>();
    for (IncidentReport report : book.of(customer.party())) {
      decide(plan, report)
          .ifPresent(disclosure -> {
            shown.add(disclosure);
            own.add(own(report, disclosure));
          });
    }
    wayOut.willShow(request, errand(customer), shown);
    return own;
  }

  /** One of them. */
  Optional<Own> one(HttpServletRequest request, Customer customer, IncidentReport report) {
    Optional<Disclosure> shown = decide(plan(customer), report);
    wayOut.willShow(request, errand(customer), shown.stream().toList());
    return shown.map(disclosure -> own(report, disclosure));
  }

  private Plan plan(Customer customer) {
    return viewers.plan(customer.id(), Purpose.ANSWER_THE_SUBJECT, Outlet.PAGE);
  }

  static WayOut.Errand errand(Customer customer) {
    return new WayOut.Errand(customer.id(), Purpose.ANSWER_THE_SUBJECT, Outlet.PAGE);
  }

  private static Optional<Disclosure> decide(Plan plan, IncidentReport report) {
    return plan.decide(IncidentItems.whole(report)) instanceof Decision.Released(var disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  private static Own own(IncidentReport report, Disclosure disclosure) {
    Map<IncidentField, String> values = new java.util.EnumMap<>(IncidentField.class);
    for (Item.Fact fact : disclosure.facts()) {
      IncidentField.ofField(fact.name()).ifPresent(field -> values.put(field, fact.value()));
    }
    return new Own(report.id(), report.toldAt(), values);
  }

  /** The member or secretariat that an organisation knows as its own. */
  String deskName(Customer customer, Locale locale) {
    return nameOf(customer.desk(), locale);
  }

  /**
   * Who holds what an organisation tells: its operator, or it alone where the secretariat asked.
   */
  tenbin.nouns.consent.PartyId holderFor(Customer customer) {
    boolean office =
        roster.circle().secretariat().map(Member::id).filter(customer.desk()::equals).isPresent();
    return office ? customer.party() : customer.desk().party();
  }

  private String nameOf(MemberId member, Locale locale) {
    return roster
        .circle()
        .member(member)
        .map(each -> Everywhere.nameOf(each, locale))
        .orElse(member.text());
  }
}

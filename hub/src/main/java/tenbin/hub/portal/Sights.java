package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ZoneChoice;

/** Who would see what, worked out by the balance, in words for the one who decides. */
public final class Sights {
  private final ConsentDesk desk;
  private final Whom whom;
  private final WayOut wayOut;
  private final Clock clock;

  public Sights(ConsentDesk desk, Whom whom, WayOut wayOut, Clock clock) {
    this.desk = desk;
    this.whom = whom;
    this.wayOut = wayOut;
    this.clock = clock;
  }

  /**
   * A line of a preview.
   *
   * @param aim the word of what for
   * @param people names and numbers
   * @param fields words of fields
   */
  public record Line(String aim, String people, List<String> fields) {}

  Whom whom() {
    return whom;
  }

  PermitForm.Read read(
      HttpServletRequest request, Customer customer, PermitForm form, Locale locale) {
    Whom.Named named = whom.named(customer, locale);
    return form.read(
        Whom.values(whom.choices(customer, named, locale)),
        clock.instant(),
        ZoneChoice.of(request));
  }

  List<Line> of(
      HttpServletRequest request,
      Customer customer,
      IncidentReport report,
      Optional<Permission> permission,
      Locale locale) {
    Whom.Named named = whom.named(customer, locale);
    wayOut.willShow(request, OwnReports.errand(customer), named.shown());
    return desk.preview(customer, report, permission).stream()
        .map(each ->
            new Line(
                each.aim().word(),
                whom.people(each.members(), named, locale),
                each.fields().stream()
                    .flatMap(field -> IncidentField.ofField(field).stream())
                    .map(IncidentField::word)
                    .toList()))
        .toList();
  }
}

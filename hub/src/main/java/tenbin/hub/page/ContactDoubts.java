package tenbin.hub.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.spine.collect.mailbox.Questionable;

/** Which contacts of a directory somebody should check, and why. */
public final class ContactDoubts {
  /** Registries too validate abuse contacts every year (ripe-705 section 3). */
  static final Period OLD = Period.ofYears(1);

  private final List<Questionable> bounced;
  private final LocalDate today;

  public ContactDoubts(List<Questionable> bounced, LocalDate today) {
    this.bounced = bounced;
    this.today = today;
  }

  /**
   * A contact in doubt.
   *
   * @param old whether nobody has checked it for more than {@link #OLD}
   * @param overdue whether its next check has passed
   * @param bouncedSince when its first mail came back
   * @param status of that mail, "" when none came back
   */
  public record Doubt(
      String member,
      Directory.ContactLine contact,
      boolean old,
      boolean overdue,
      Optional<Instant> bouncedSince,
      String status) {}

  /** Those of some members. */
  public List<Doubt> of(List<Directory.Entry> members) {
    List<Doubt> doubts = new ArrayList<>();
    for (Directory.Entry member : members) {
      for (Directory.ContactLine contact : member.contacts()) {
        Optional<Questionable> back = back(member.id(), contact.mail());
        boolean old =
            LocalDate.parse(contact.verifiedAt()).plus(OLD).isBefore(today) && member.present();
        if (old || contact.stale() || back.isPresent()) {
          doubts.add(
              new Doubt(
                  member.name(),
                  contact,
                  old,
                  contact.stale(),
                  back.map(Questionable::since),
                  back.map(Questionable::why).orElse("")));
        }
      }
    }
    return doubts;
  }

  private Optional<Questionable> back(String member, String mail) {
    return bounced.stream()
        .filter(each -> each.member().text().equals(member))
        .filter(each -> each.address().equalsIgnoreCase(mail))
        .findFirst();
  }
}

package tenbin.spine.permission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.portal.Customer;

/**
 * Where an organisation gives, narrows and withdraws; everything is in force at once. Any thread.
 */
public interface ConsentDesk {
  /** Makes an organisation known to the balance, so that it can be asked and answered. */
  void welcome(Customer customer, String person);

  /**
   * Gives, and takes back what this one stands for.
   *
   * @param person as the audit names people
   * @param instead ids of the organisation's own consents that this one replaces
   * @return the id of the ground that it makes
   */
  String give(
      Customer customer,
      IncidentReport report,
      Permission permission,
      String person,
      List<String> instead);

  /** Withdraws; false when it is none of this organisation's, or withdrawn already. */
  boolean withdraw(Customer customer, String id, String person);

  /**
   * A report was told: the member that holds it lets go what its customer permits, now or later. Of
   * a report that nobody else holds there is nothing to let go.
   */
  void told(Customer customer, IncidentReport report, String person);

  /**
   * The leave of the member that holds a report, given on its own.
   *
   * @return the id of the ground that it makes
   */
  String release(Customer customer, IncidentReport report, String person);

  /** Ends one such leave. */
  void endRelease(Customer customer, String id, String person);

  /** Ends the leave of the member that holds an organisation's reports: nothing goes any more. */
  void end(Customer customer, String person);

  /** An organisation's consents, the newest first. */
  List<Given> of(PartyId subject);

  /**
   * Who would see what of a report if a permission were given now, in an order without meaning.
   *
   * @param permission to be tried; empty for as things stand
   */
  List<Sight> preview(Customer customer, IncidentReport report, Optional<Permission> permission);

  /** The record of a consent of this organisation's own (ISO/IEC TS 27560), as JSON. */
  Optional<String> receipt(PartyId subject, String id);

  /**
   * A consent as it stands.
   *
   * @param report for which report; empty where it is for no single one
   * @param state the DPV's word
   * @param live whether it opens anything now
   * @param endedAt when it was withdrawn
   */
  record Given(
      String id,
      Optional<UUID> report,
      Permission permission,
      String state,
      boolean live,
      Instant from,
      Optional<Instant> endedAt) {}

  /**
   * Members that would see the same for the same aim.
   *
   * @param fields names of fields
   * @param members who
   */
  record Sight(Permission.Aim aim, List<String> fields, List<PartyId> members) {
    public Sight {
      fields = List.copyOf(fields);
      members = List.copyOf(members);
    }
  }
}

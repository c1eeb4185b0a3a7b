package tenbin.spine.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;

/**
 * The reports of incidents as they were told: for their teller, their holder and the balance, for
 * nobody else. Any thread.
 */
public interface IncidentBook {
  /** Keeps a report, durably when this returns; the same one twice is one. */
  void put(IncidentReport report);

  /** Every report, the oldest first. */
  List<IncidentReport> all();

  /** How many there are: to notice another one. */
  long count();

  /** An organisation's own, the newest first. */
  List<IncidentReport> of(PartyId subject);

  /** One of an organisation's own. */
  default Optional<IncidentReport> one(PartyId subject, UUID id) {
    return of(subject).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** What persons said of proposals to cut something out. */
  List<Review> reviews();

  /** A person looked at a proposal. */
  void reviewed(Review review);

  /**
   * What a person said of a proposal.
   *
   * @param report of which report
   * @param field of which field
   * @param digest of the proposal
   * @param person who looked, as the audit names people
   * @param at when
   * @param refused whether nothing of the field may go
   */
  record Review(
      UUID report,
      IncidentField field,
      String digest,
      String person,
      Instant at,
      boolean refused) {}
}

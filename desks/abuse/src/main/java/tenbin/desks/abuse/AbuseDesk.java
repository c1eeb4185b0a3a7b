package tenbin.desks.abuse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.correlate.Finding;

/**
 * The abuse desk as the hub registers it: its name, and its playbook from a finding to a case.
 *
 * @param cases where its cases are kept
 * @param zone in which the circle sets deadlines
 * @param marking of its cases: the circle's for unmarked reports
 */
public record AbuseDesk(CaseBook cases, ZoneId zone, Tlp marking) {
  public static final String NAME = "abuse";

  /** A campaign is going on: two days. */
  private static final Duration CAMPAIGN = Duration.ofDays(2);

  /** A peer group is stable for weeks (Katti, IMC 2005): a week to say who answers for it. */
  private static final Duration PEERS = Duration.ofDays(7);

  /** Opens the finding's case or lets it grow. */
  public void found(Finding finding, Instant at) {
    Duration time = finding.detector().equals("peer-group") ? PEERS : CAMPAIGN;
    ZonedDateTime due = at.plus(time).atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
    cases.put(finding, new CaseTerms(new Deadline(due), marking), at);
  }
}

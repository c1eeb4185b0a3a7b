package tenbin.spine.permission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Question.Asked;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.member.Member;
import tenbin.spine.incident.IncidentItems;
import tenbin.spine.incident.Redaction;

/** The balance's own answers about a report for every member, tried beforehand. */
final class Preview {
  /** Nobody ever sees an id of a preview. */
  private static final byte[] NO_KEY = new byte[32];

  private Preview() {}

  /** Who would see which fields for what; what still has to be looked at is taken as looked at. */
  static List<ConsentDesk.Sight> of(Policy policy, IncidentReport report, Instant at) {
    Map<Group, List<PartyId>> seeing = new LinkedHashMap<>();
    List<Asked> looked = looked(report);
    for (Permission.Aim aim : Permission.Aim.values()) {
      for (Member member : policy.circle().members()) {
        if (!member.id().party().equals(report.holder())) {
          fields(policy, report, looked, new Request(member.id(), aim.purpose(), Outlet.PAGE, at))
              .ifPresent(fields ->
                  seeing
                      .computeIfAbsent(new Group(aim, fields), k -> new ArrayList<>())
                      .add(member.id().party()));
        }
      }
    }
    List<ConsentDesk.Sight> sights = new ArrayList<>();
    seeing.forEach(
        (group, members) -> sights.add(new ConsentDesk.Sight(group.aim, group.fields, members)));
    // Not in the order of the members: who stands first in the circle file is not the reader's.
    sights.sort(
        Comparator.comparing(ConsentDesk.Sight::aim)
            .thenComparing(sight -> String.join(" ", sight.fields())));
    return sights;
  }

  private record Group(Permission.Aim aim, List<String> fields) {}

  private static Optional<List<String>> fields(
      Policy policy, IncidentReport report, List<Asked> looked, Request request) {
    Decision decision =
        new Balance(policy)
            .plan(request, new RecipientKey(NO_KEY))
            .decide(IncidentItems.told(report), looked);
    return decision instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure.facts().stream().map(Item.Fact::name).toList())
        : Optional.empty();
  }

  private static List<Asked> looked(IncidentReport report) {
    List<Asked> looked = new ArrayList<>();
    for (IncidentField field : report.values().keySet()) {
      if (Redaction.of(report, field).isNeeded()) {
        looked.add(new Asked(AskFor.REVIEW, field.field(), Asked.State.APPROVED));
      }
    }
    return looked;
  }
}

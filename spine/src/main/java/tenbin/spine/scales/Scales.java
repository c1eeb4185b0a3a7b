package tenbin.spine.scales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.Reason;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Moment;

/** Weighs a backlog under a policy, group by group. For one thread. */
public final class Scales {
  private static final Observation ANY =
      Observation.builder(Kind.of(Rsit.SCANNER), Moment.ofEpochSecond(0)).build();

  /** What is decided here is shown to nobody, so its ids need no secret. */
  private static final RecipientKey NO_KEY = new RecipientKey(new byte[Long.BYTES * 2]);

  private final Balance balance;
  private final Instant at;
  private final Map<Purpose, Map<MemberId, Plan>> plans = new EnumMap<>(Purpose.class);

  /**
   * Scales for one moment.
   *
   * @param policy by which
   * @param at for when, and as known then
   */
  public Scales(Policy policy, Instant at) {
    this.balance = new Balance(policy);
    this.at = at;
  }

  /** What goes and what stays. */
  public Picture weigh(Backlog backlog, Collection<Purpose> purposes) {
    List<Picture.Pan> pans = new ArrayList<>();
    for (Purpose purpose : purposes) {
      for (Backlog.Group group : backlog.groups()) {
        pans.add(pan(group, purpose));
      }
    }
    return Picture.summed(pans);
  }

  private Picture.Pan pan(Backlog.Group group, Purpose purpose) {
    Optional<MemberId> recipient = recipient(group.attribution().responsible());
    Optional<Reason> withheld =
        recipient.isPresent()
            ? withheld(group, plan(purpose, recipient.get()))
            : Optional.of(reason(group.attribution().responsible()));
    return new Picture.Pan(purpose, recipient, withheld, group.rows());
  }

  private static Optional<MemberId> recipient(Responsible responsible) {
    return responsible instanceof Responsible.OfMember(MemberId member)
        ? Optional.of(member)
        : Optional.empty();
  }

  private static Reason reason(Responsible responsible) {
    return switch (responsible) {
      case Responsible.OfMember ignored -> Reason.RECIPIENT_IS_NOT_RESPONSIBLE;
      case Responsible.Outside ignored -> Reason.RESPONSIBLE_OUTSIDE;
      case Responsible.Disputed ignored -> Reason.RESPONSIBLE_DISPUTED;
      case Responsible.Unknown ignored -> Reason.RESPONSIBLE_UNKNOWN;
    };
  }

  private static Optional<Reason> withheld(Backlog.Group group, Plan plan) {
    Item item =
        new Item.Sighting(
            ANY, group.attribution(), group.holder(), group.marking(), SeenBy.ONLY_YOU, 1);
    return switch (plan.decide(item)) {
      case Decision.Released ignored -> Optional.empty();
      case Decision.Withheld(var reasons) -> reasons.stream().sorted().findFirst();
    };
  }

  private Plan plan(Purpose purpose, MemberId recipient) {
    return plans
        .computeIfAbsent(purpose, k -> new HashMap<>())
        .computeIfAbsent(
            recipient,
            member -> balance.plan(new Request(member, purpose, Outlet.PAGE, at), NO_KEY));
  }
}

package tenbin.hub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Owner;
import tenbin.hub.routes.FeedStates.FeedState;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Member;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.signin.Visitor;

/**
 * Feeds as one member may see them: its own, and those of the circle itself. That another member
 * gives a feed at all is that member's to tell. Any thread.
 */
public final class FeedDesk {
  static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;
  private static final String KIND = "route-feed";

  private final FeedStates feeds;
  private final Roster roster;
  private final Viewers viewers;

  public FeedDesk(FeedStates feeds, Roster roster, Viewers viewers) {
    this.feeds = feeds;
    this.roster = roster;
    this.viewers = viewers;
  }

  /** What was released, in the order of names. */
  List<Disclosure> list(Visitor visitor, Outlet outlet) {
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    List<Disclosure> shown = new ArrayList<>();
    for (FeedState each : feeds.all()) {
      boolean own = each.owner().equals(Owner.of(visitor.member()));
      if (own || each.owner().equals(Owner.HUB)) {
        tell(plan, visitor, each, own).ifPresent(shown::add);
      }
    }
    return shown;
  }

  private Optional<Disclosure> tell(Plan plan, Visitor visitor, FeedState feed, boolean own) {
    Optional<tenbin.nouns.member.MemberId> holder =
        own ? Optional.of(visitor.member()) : roster.circle().secretariat().map(Member::id);
    return holder.flatMap(each -> {
      Item.Told item =
          new Item.Told(
              KIND,
              feed.name(),
              each,
              roster.circle().unmarked(),
              own ? List.of(each) : List.of(),
              facts(feed, own));
      return plan.decide(item) instanceof Decision.Released(Disclosure disclosure)
          ? Optional.of(disclosure)
          : Optional.empty();
    });
  }

  private static List<Item.Fact> facts(FeedState feed, boolean own) {
    List<Item.Fact> facts = new ArrayList<>();
    add(facts, "feed.name", feed.name());
    add(facts, "feed.way", feed.way());
    add(facts, "feed.health", feed.health().word());
    add(facts, "feed.last", feed.last().map(Object::toString).orElse(""));
    add(facts, "feed.words", feed.words());
    add(facts, "feed.own", Boolean.toString(own));
    add(facts, "feed.vantages", Integer.toString(feed.vantages()));
    add(facts, "feed.told", Long.toString(feed.told()));
    add(facts, "feed.refused", Long.toString(feed.refused()));
    return facts;
  }

  private static void add(List<Item.Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Item.Fact(name, Category.C0, value));
    }
  }
}

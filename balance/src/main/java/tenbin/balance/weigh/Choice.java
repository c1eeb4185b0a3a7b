package tenbin.balance.weigh;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.Need;

/**
 * The one choice that is taken of all that are allowed (DISCLOSURE section 5, step 4; decision 4):
 * what the purpose requires, then as much as the purpose can use, then the fewest obligations, then
 * the lowest ids. No field goes above the level that its purpose lists: that is where the least
 * informative is weighed.
 */
final class Choice {
  /** By ids in order, an offer with fewer before one that begins like it. */
  static final Comparator<Offer> IDS = Choice::compareIds;

  private final Fields fields;
  private final Need need;

  Choice(Fields fields, Need need) {
    this.fields = fields;
    this.need = need;
  }

  Optional<Offer> of(List<Offer> offers) {
    return offers.stream()
        .min(
            Comparator.comparingInt((Offer offer) -> -required(offer))
                .thenComparingInt(offer -> -told(offer))
                .thenComparingInt(offer -> -height(offer))
                .thenComparingInt(offer -> offer.obligations().size())
                .thenComparing(IDS));
  }

  private int required(Offer offer) {
    int met = 0;
    for (Need.Entry entry : need.required()) {
      boolean any = false;
      for (int i = 0; i < fields.open(); i++) {
        any |= meets(entry, fields.part(i), offer.level(i));
      }
      met += any ? 1 : 0;
    }
    return met;
  }

  /** Whether a field at a level gives what an entry requires. */
  static boolean meets(Need.Entry entry, Part part, int level) {
    int wanted = entry.in(part.order());
    return entry.means(part.name(), part.category())
        && level != part.order().least()
        && part.order().isAtOrBelow(wanted, level);
  }

  private int told(Offer offer) {
    int count = 0;
    for (int i = 0; i < fields.open(); i++) {
      count += offer.level(i) == fields.order(i).least() ? 0 : 1;
    }
    return count;
  }

  private int height(Offer offer) {
    int sum = 0;
    for (int i = 0; i < fields.open(); i++) {
      sum += fields.order(i).height(offer.level(i));
    }
    return sum;
  }

  private static int compareIds(Offer one, Offer other) {
    Iterator<String> mine = one.bases().iterator();
    Iterator<String> its = other.bases().iterator();
    while (mine.hasNext() && its.hasNext()) {
      int order = mine.next().compareTo(its.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(mine.hasNext(), its.hasNext());
  }
}

package tenbin.spine.asking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Item;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.net.Prefix;
import tenbin.spine.portal.Customer;

/**
 * A question about rows as the one who is asked is told it: its own networks, and nothing of any
 * row or of whoever has it.
 */
public final class RowQuestion {
  /** What the facts are called. */
  public static final String NETWORK = "network";

  private RowQuestion() {}

  /** As an item of the balance. */
  public static Item.Told of(AskTask task, Customer customer, List<Prefix> networks) {
    return new Item.Told(
        "question",
        task.id().toString(),
        customer.party(),
        new Item.About(Optional.of(customer.party()), Map.of(Item.About.OWN_WORDS, "yes")),
        Tlp.AMBER,
        List.of(customer.id()),
        networks.stream()
            .map(each -> new Item.Fact(NETWORK, Category.C5, each.toString()))
            .toList());
  }
}

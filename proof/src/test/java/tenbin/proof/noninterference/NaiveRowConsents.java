package tenbin.proof.noninterference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which holders let their rows go to whoever is responsible, without an agreement: worked out deed
 * by deed. It takes a clause that the holder adopted, which opens everything but the holder's own
 * interest in how a thing was done; of that the holder is asked, once, where a row of its own would
 * go otherwise.
 */
final class NaiveRowConsents {
  static final String CLAUSE = "clause/rows";

  private final BiPredicate<World, String> lacking;
  private final Set<String> adopted = new HashSet<>();
  private final Map<String, String> questions = new HashMap<>();

  private NaiveRowConsents(BiPredicate<World, String> lacking) {
    this.lacking = lacking;
  }

  /**
   * Of everything that has happened in a world.
   *
   * @param lacking whether somebody else is responsible for a row of a holder's that may be told,
   *     and has no agreement with it
   */
  static NaiveRowConsents of(World world, BiPredicate<World, String> lacking) {
    NaiveRowConsents consents = new NaiveRowConsents(lacking);
    for (int i = 0; i < world.deeds().size(); i++) {
      switch (world.deeds().get(i)) {
        case PortalDeed.Adopted each when each.clause().equals(CLAUSE) ->
            consents.adopted.add(each.by());
        case PortalDeed.Left each when each.clause().equals(CLAUSE) ->
            consents.adopted.remove(each.by());
        case PortalDeed.Asked ignored ->
            consents.ask(world.withDeeds(world.deeds().subList(0, i + 1)));
        case PortalDeed.RowsReplied each ->
            consents.questions.replace(each.by(), "open", each.yes() ? "yes" : "no");
        default -> {
          // Lets no row go.
        }
      }
    }
    return consents;
  }

  private void ask(World past) {
    for (String holder : adopted) {
      if (lacking.test(past, holder)) {
        questions.putIfAbsent(holder, "open");
      }
    }
  }

  boolean hasAdopted(String holder) {
    return adopted.contains(holder);
  }

  /** Whether its rows go without an agreement. */
  boolean letsGo(String holder) {
    return hasAdopted(holder) && asked(holder).equals("yes");
  }

  /** What became of the question to a holder, "" without one. */
  String asked(String holder) {
    return questions.getOrDefault(holder, "");
  }
}

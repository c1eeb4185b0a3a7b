package tenbin.balance.weigh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;

/**
 * A request (DISCLOSURE section 1): may this go from here to there for that?
 *
 * @param matter what
 * @param giver who gives it on this hop; the holder but on a recorded route
 * @param recipient to whom
 * @param person the person at the recipient, "" where it does not matter
 * @param purpose what for; empty for whatever is not on the closed list
 * @param act what the recipient is to do
 * @param channel what the channel says of itself: "encrypted" to "yes"
 * @param when for when, as known when
 * @param held what the recipient already has of the matter's groups
 * @param asks what was asked before, and what came of it
 */
public record Question(
    Matter matter,
    PartyId giver,
    PartyId recipient,
    String person,
    Optional<Purpose> purpose,
    Act act,
    Map<String, String> channel,
    When when,
    List<Held> held,
    List<Asked> asks) {
  /**
   * A field that the recipient has already, at a level.
   *
   * @param part the field with its group
   * @param level in the field's order
   */
  public record Held(Part part, int level) {}

  /**
   * An earlier asking.
   *
   * @param rule the id of the rule by which it was asked; "review" for a human review
   * @param about a field's name, or a group's id; "" for the whole matter
   * @param state what came of it
   */
  public record Asked(String rule, String about, State state) {
    /** What came of an asking. */
    public enum State {
      PENDING,
      REFUSED,
      /** Of a human review: the proposal may go. An answer that is a basis comes as a basis. */
      APPROVED
    }
  }

  public Question {
    channel = Map.copyOf(channel);
    held = List.copyOf(held);
    asks = List.copyOf(asks);
  }

  /** The same question as known at another time. */
  public Question asOf(When other) {
    return new Question(matter, giver, recipient, person, purpose, act, channel, other, held, asks);
  }
}

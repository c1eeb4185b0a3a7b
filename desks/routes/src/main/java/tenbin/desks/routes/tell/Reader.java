package tenbin.desks.routes.tell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Item;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;

/**
 * For whom something is put on the balance, and as what.
 *
 * @param scope as what it is seen
 * @param audience who may have it at all
 * @param about whom it is about, with what conditions of grounds may ask
 */
record Reader(Scope scope, List<MemberId> audience, Item.About about) {
  /** Conditions of grounds may ask as what somebody sees it, and whether it is over. */
  private static final String AS = "route-as";

  private static final String EVENT = "event";

  Reader {
    audience = List.copyOf(audience);
  }

  /** Somebody of the circle. */
  static Reader member(Scope scope, List<MemberId> audience) {
    return new Reader(scope, audience, new Item.About(Optional.empty(), Map.of(AS, scope.word())));
  }

  /** Somebody outside: the one whom it is about, and nobody else; told in nobody's confidence. */
  static Reader outside(MemberId party, Map<String, String> ground) {
    Map<String, String> traits = new HashMap<>(ground);
    traits.put(AS, Scope.MAINTAINER.word());
    traits.put(Item.About.NDA, "no");
    Optional<PartyId> subject = Optional.of(party.party());
    return new Reader(Scope.MAINTAINER, List.of(party), new Item.About(subject, traits));
  }

  /** About something that goes on, or is over. */
  Item.About at(Event event) {
    if (event == Event.NONE) {
      return about;
    }
    Map<String, String> traits = new HashMap<>(about.traits());
    traits.put(EVENT, event.word());
    return new Item.About(about.subject(), traits);
  }

  /** What of its life conditions of grounds may ask for. */
  enum Event {
    NONE(""),
    START("start"),
    END("end");

    private final String word;

    Event(String word) {
      this.word = word;
    }

    static Event over(boolean isOver) {
      return isOver ? END : START;
    }

    String word() {
      return word;
    }
  }
}

package tenbin.balance;

import java.util.List;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Observation;

/** Something the hub knows and somebody could be told. */
public sealed interface Item {
  /** The member that contributed it. */
  MemberId holder();

  /** The sender's marking. */
  Tlp marking();

  /**
   * One observation.
   *
   * @param observation what was seen
   * @param attribution who was responsible then
   * @param holder who contributed it
   * @param marking the report's marking, or the circle's for unmarked ones
   * @param seenBy how many members saw the same value, as a band
   * @param times how often exactly this was reported: 1 and more
   */
  record Sighting(
      Observation observation,
      Attribution attribution,
      MemberId holder,
      Tlp marking,
      SeenBy seenBy,
      long times)
      implements Item {}

  /**
   * Facts about something else than one observation: a case, a directory entry, a status of one's
   * own report. Facts of C2 to C4 are not told this way.
   *
   * @param kind what it is about, a short stable word: "case", "contact", "report"
   * @param innerId its identity inside the hub; the recipient sees a keyed one
   * @param holder who contributed it
   * @param marking the marking
   * @param audience the members it may go to at all; empty for every member
   * @param facts in the order in which they are to be shown
   */
  record Told(
      String kind,
      String innerId,
      MemberId holder,
      Tlp marking,
      List<MemberId> audience,
      List<Fact> facts)
      implements Item {
    public Told {
      audience = List.copyOf(audience);
      facts = List.copyOf(facts);
    }
  }

  /** A named value with its category. */
  record Fact(String name, Category category, String value) {}
}

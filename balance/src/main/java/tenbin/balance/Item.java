package tenbin.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Observation;

/** Something the hub knows and somebody could be told. */
public sealed interface Item {
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
   * own report, what happened to an organisation. Facts of C2 to C4 belong to one linkage group and
   * are told only where they are about somebody.
   *
   * @param kind what it is about, a short stable word: "case", "contact", "incident"
   * @param innerId its identity inside the hub; the recipient sees a keyed one
   * @param holder who knows it: a member, or a party outside that told it directly
   * @param about whom it is about, and on which terms it was told
   * @param marking the marking
   * @param audience the members it may go to at all; empty for every member
   * @param facts in the order in which they are to be shown
   */
  record Told(
      String kind,
      String innerId,
      PartyId holder,
      About about,
      Tlp marking,
      List<MemberId> audience,
      List<Fact> facts)
      implements Item {
    public Told {
      audience = List.copyOf(audience);
      facts = List.copyOf(facts);
    }

    /** Facts about nobody outside of the circle. */
    public Told(
        String kind,
        String innerId,
        MemberId holder,
        Tlp marking,
        List<MemberId> audience,
        List<Fact> facts) {
      this(kind, innerId, holder.party(), About.NOBODY, marking, audience, facts);
    }

    /** That somebody belongs to the circle: who may be told this may be told its name. */
    public static Told membership(MemberId member) {
      Fact name = new Fact("name", Category.C0, member.text());
      return new Told("member", member.text(), member, Tlp.GREEN, List.of(), List.of(name));
    }
  }

  /**
   * Whom facts are about.
   *
   * @param subject the organisation; empty for nobody outside of the circle
   * @param traits what conditions of bases can ask for: "nda" to "yes", "report" to an id
   */
  record About(Optional<PartyId> subject, Map<String, String> traits) {
    public static final About NOBODY = new About(Optional.empty(), Map.of());

    /** Whether a customer told it in confidence, so that gate K is shut for all of it: "yes". */
    public static final String NDA = "nda";

    /** What conditions name one report by, so that a consent can be for that report alone. */
    public static final String REPORT = "report";

    /** Whether it is told to the very one whom it is about: "yes". */
    public static final String OWN_WORDS = "own-words";

    /** In confidence unless somebody says otherwise; what is about nobody is in nobody's. */
    public About {
      Map<String, String> all = new HashMap<>(traits);
      all.putIfAbsent(NDA, subject.isPresent() ? "yes" : "no");
      traits = Map.copyOf(all);
    }
  }

  /**
   * A named value with its category.
   *
   * @param redaction what patterns found in it: "none", "proposed", "breaks-indicator"
   */
  record Fact(String name, Category category, String value, String redaction) {
    /** A fact in which nothing has to be cut out. */
    public Fact(String name, Category category, String value) {
      this(name, category, value, "none");
    }
  }
}

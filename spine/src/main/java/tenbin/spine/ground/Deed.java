package tenbin.spine.ground;

import java.time.Instant;
import java.util.Optional;
import tenbin.balance.ground.ConsentState;
import tenbin.nouns.consent.PartyId;

/** One thing that somebody put on record about a ground. */
public sealed interface Deed {
  /** The id of the basis, or of the register, that it is about. */
  String about();

  /**
   * A new ground.
   *
   * @param about its id
   * @param entries it and the parties it names, in the format of policy files
   */
  record Recorded(String about, String entries) implements Deed {}

  /** A ground ended: revoked, or replaced by a narrower one. */
  record Ended(String about) implements Deed {}

  /**
   * A clause that was drafted once, adopted by one more.
   *
   * @param about the clause
   * @param party who adopted it
   * @param until its end, empty while open
   */
  record Adopted(String about, PartyId party, Optional<Instant> until) implements Deed {}

  /** An adoption given up. */
  record Left(String about, PartyId party) implements Deed {}

  /** Another state of a subject's consent. */
  record Stated(String about, ConsentState state) implements Deed {}

  /** Somebody who opted out of general terms, by the register. */
  record OptedOut(String about, PartyId party) implements Deed {}

  /** Somebody who came back under general terms. */
  record OptedIn(String about, PartyId party) implements Deed {}
}

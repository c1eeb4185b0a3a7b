package tenbin.spine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * One delivered batch, before it stands in the ledger.
 *
 * @param at when it left
 * @param recipient to whom
 * @param purpose its code
 * @param outlet through what
 * @param format of the bytes
 * @param told what it was decided on, as far as the recipient may read it
 * @param inner what the ledger only commits to
 * @param abouts the parties other than the recipient that it was about
 * @param sequel what became of earlier deliveries, where the line is about that
 * @param digest of the released bytes; the ledger keeps only a commitment to it
 */
public record Entry(
    Instant at,
    MemberId recipient,
    String purpose,
    String outlet,
    String format,
    Told told,
    Inner inner,
    List<About> abouts,
    Optional<Sequel> sequel,
    Digest digest) {
  public Entry {
    abouts = List.copyOf(abouts);
  }

  /** A delivery. */
  public Entry(
      Instant at,
      MemberId recipient,
      String purpose,
      String outlet,
      String format,
      Told told,
      Inner inner,
      List<About> abouts,
      Digest digest) {
    this(at, recipient, purpose, outlet, format, told, inner, abouts, Optional.empty(), digest);
  }

  /**
   * What a decision said.
   *
   * @param rows how many disclosures
   * @param policies the hashes of the policy sets that decided; the ledger only commits to them
   * @param bases the ids of the bases it rests on
   * @param obligations that the recipient took on
   * @param fields what was released, each with its level: "source-address:FULL"
   */
  public record Told(
      long rows,
      Set<String> policies,
      Set<String> bases,
      Set<String> obligations,
      Set<String> fields) {
    /** Nothing was decided anew. */
    static Told rows(long rows) {
      return new Told(rows, Set.of(), Set.of(), Set.of(), Set.of());
    }

    public Told {
      policies = Set.copyOf(policies);
      bases = Set.copyOf(bases);
      obligations = Set.copyOf(obligations);
      fields = Set.copyOf(fields);
    }
  }

  /**
   * What the ledger commits to and shows nobody.
   *
   * @param holders who contributed it
   * @param facts the questions that were put to the balance, with the answers
   */
  public record Inner(Set<String> holders, String facts) {
    public static final Inner NONE = new Inner(Set.of(), "");

    public Inner {
      holders = Set.copyOf(holders);
    }
  }

  /**
   * The part of it that was about one party.
   *
   * @param reports which of the party's own reports
   * @param sequel what became of earlier deliveries about it
   */
  public record About(PartyId subject, Told told, Set<String> reports, Optional<Sequel> sequel) {
    public About {
      reports = Set.copyOf(reports);
    }

    /** Of no report of the party's own. */
    public About(PartyId subject, Told told) {
      this(subject, told, Set.of(), Optional.empty());
    }
  }

  Entry at(Instant time) {
    return new Entry(time, recipient, purpose, outlet, format, told, inner, abouts, sequel, digest);
  }
}

package tenbin.desks.routes.book;

import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/**
 * A part of an incident's prefixes, in their order.
 *
 * @param incident of which
 * @param member of whose alone; empty for everybody's
 * @param seenBy those that this owner's feeds saw alone; empty for all
 * @param after behind which; empty from the first on
 * @param most how many
 */
public record Slice(
    UUID incident,
    Optional<MemberId> member,
    Optional<Owner> seenBy,
    Optional<Prefix> after,
    int most) {
  /** What one question may take. */
  public static final int MOST = 10_000;

  public Slice {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("at least 1 and at most " + MOST + ": " + most);
    }
  }

  /** The first ones. */
  public static Slice first(UUID incident, Optional<MemberId> member, int most) {
    return new Slice(incident, member, Optional.empty(), Optional.empty(), most);
  }

  /** The same of what an owner's feeds saw alone. */
  public Slice seenBy(Owner owner) {
    return new Slice(incident, member, Optional.of(owner), after, most);
  }

  /** What follows behind a prefix. */
  public Slice behind(Prefix last) {
    return new Slice(incident, member, seenBy, Optional.of(last), most);
  }
}

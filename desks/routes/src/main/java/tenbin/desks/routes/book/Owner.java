package tenbin.desks.routes.book;

import java.util.Optional;
import tenbin.nouns.member.MemberId;

/**
 * Whose a feed is: a member's, or the hub's own where it comes from a public collector.
 *
 * @param text the member's id; empty for the hub
 */
public record Owner(String text) implements Comparable<Owner> {
  /** The circle itself. */
  public static final Owner HUB = new Owner("");

  /** How feeds of members are named: {@code member:aozora}, {@code member:aozora/tokyo-2}. */
  public static final String MEMBERS_FEED = "member:";

  /** The owner of a feed by its name; what names no member is the hub's. */
  public static Owner of(String feed) {
    if (!feed.startsWith(MEMBERS_FEED)) {
      return HUB;
    }
    String rest = feed.substring(MEMBERS_FEED.length());
    int slash = rest.indexOf('/');
    return of(new MemberId(slash < 0 ? rest : rest.substring(0, slash)));
  }

  public static Owner of(MemberId member) {
    return new Owner(member.text());
  }

  /** The member, where it is one's. */
  public Optional<MemberId> member() {
    return text.isEmpty() ? Optional.empty() : Optional.of(new MemberId(text));
  }

  @Override
  public int compareTo(Owner other) {
    return text.compareTo(other.text);
  }
}

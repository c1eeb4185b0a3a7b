package tenbin.spine.portal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** Organisations and their links. Any thread. */
public interface PortalBook {
  /** A wrong code so often ends a link: a million codes against five guesses. */
  int MOST_FAILURES = 5;

  /** A portal's link holds for so long unless somebody says otherwise. */
  Duration USUAL = Duration.ofDays(30);

  Duration LONGEST = Duration.ofDays(366);

  /** Enters an organisation. */
  Customer add(MemberId desk, String name, String mail);

  /** A desk's own, by name; those without a way in any more at the end. */
  List<Customer> of(MemberId desk);

  Optional<Customer> find(MemberId customer);

  /** Takes an organisation's way in, with every link of it. */
  void end(MemberId customer);

  /**
   * A new link.
   *
   * @param secret to be said once and forgotten
   * @param code to be told by another way; empty where none was wanted
   */
  record Issued(PortalLink link, String secret, Optional<String> code) {
    /** Never the secret. */
    @Override
    public String toString() {
      return link.toString();
    }
  }

  /** What a new link is to be like. */
  record Order(
      MemberId customer, Optional<UUID> task, boolean coded, String madeBy, Duration holds) {}

  Issued issue(Order order);

  /** An organisation's links, the newest first. */
  List<PortalLink> linksOf(MemberId customer);

  /** Revokes a link: nobody comes in by it, and whoever is in is out at the next request. */
  void revoke(UUID link);

  /** What comes of knocking with a secret. */
  sealed interface Knock {
    /** The door is open. */
    record Open(PortalLink link, Customer customer) implements Knock {}

    /** The secret is right; a code is wanted besides, or was wrong. */
    record CodeWanted() implements Knock {}

    /** No such link, or none any more: nothing tells the one from the other. */
    record Shut() implements Knock {}
  }

  /** Knocks with a secret, and with a code where there is one. */
  Knock knock(String secret, String code);

  /** A link by which somebody came in before, while it holds and its organisation has a way in. */
  Optional<Knock.Open> open(UUID link);
}

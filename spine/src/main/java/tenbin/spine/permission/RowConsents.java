package tenbin.spine.permission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.portal.Customer;

/**
 * Where an organisation permits what members saw of its network, and its desk says which network
 * that is; everything is in force at once. Any thread.
 */
public interface RowConsents {
  /** Networks of an organisation that are on record, by prefix. */
  List<OnRecord> networksOf(PartyId customer);

  /** Puts a customer's network on record from a time on. */
  void put(Customer customer, Prefix network, Instant from, String person);

  /** Ends one that a desk put on record; false when it is none of this customer's. */
  boolean end(Customer customer, String id, String person);

  /**
   * Gives, and takes back what this one stands for.
   *
   * @param instead ids of the organisation's own consents that this one replaces
   * @return the id of the ground that it makes
   */
  String give(Customer customer, RowPermission permission, String person, List<String> instead);

  /** Withdraws; false when it is none of this organisation's, or withdrawn already. */
  boolean withdraw(Customer customer, String id, String person);

  /** An organisation's consents about rows, the newest first. */
  List<Given> of(PartyId subject);

  /**
   * A network on record.
   *
   * @param id of the line of the book of grounds; empty for one of a policy file
   * @param from since when it counts
   */
  record OnRecord(Optional<String> id, Prefix prefix, Instant from) {}

  /**
   * A consent about rows as it stands.
   *
   * @param state the DPV's word
   * @param live whether it opens anything now
   * @param endedAt when it was withdrawn or replaced
   */
  record Given(
      String id,
      RowPermission permission,
      String state,
      boolean live,
      Instant from,
      Optional<Instant> endedAt) {}
}

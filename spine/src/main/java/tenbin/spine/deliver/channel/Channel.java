package tenbin.spine.deliver.channel;

import tenbin.balance.Outlet;
import tenbin.nouns.member.MemberId;

/**
 * A way out that sends by itself: a webhook, a mail. Registered by name in {@link Channels}. Any
 * thread.
 */
public interface Channel {
  /** Through what its disclosures leave, for the balance and the ledger. */
  Outlet outlet();

  /** How many rows go into one parcel at most. */
  int mostRows();

  /**
   * Whether this channel may send to that address for that recipient.
   *
   * @throws NotSent {@link NotSent.Kind#NEVER} with the reason in words when it may not
   */
  void check(MemberId recipient, String address) throws NotSent;

  /**
   * Sends one parcel. It writes and releases from the parcel what it needs; the ledger's line is
   * written by the release, so before a byte leaves. Sending the same delivery again must be
   * recognisable to the receiver by {@link Parcel#delivery}.
   */
  void send(Parcel parcel) throws NotSent;
}

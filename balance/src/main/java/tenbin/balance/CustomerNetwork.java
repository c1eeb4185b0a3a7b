package tenbin.balance;

import tenbin.nouns.consent.PartyId;
import tenbin.nouns.net.Prefix;

/**
 * A network that is on record as a customer's: rows about it can be decided otherwise than others.
 *
 * @param customer whose
 * @param prefix which
 */
public record CustomerNetwork(PartyId customer, Prefix prefix) {}

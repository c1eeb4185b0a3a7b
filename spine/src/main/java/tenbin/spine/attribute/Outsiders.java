package tenbin.spine.attribute;

import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/** What is known of parties outside the circle: country and abuse contact, for display. */
record Outsiders(RegistryTable registry, AbuseContacts contacts) {
  Responsible.Outside at(Address address, long asn) {
    return new Responsible.Outside(
        asn == 0 ? Asn.NONE : new Asn(asn), registry.country(address), contacts.find(address, asn));
  }
}

package tenbin.balance;

import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Where one side of an observation was, as precisely as it was released. */
public sealed interface Place {
  /** Not told, not released, or released as a number only. */
  Place NOWHERE = new Nowhere();

  /** See {@link #NOWHERE}. */
  record Nowhere() implements Place {
    @Override
    public String toString() {
      return "";
    }
  }

  /** The address itself. */
  record Exact(Address address) implements Place {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** The block around it: /24 for IPv4, /48 for IPv6. */
  record Block(Prefix network) implements Place {
    @Override
    public String toString() {
      return network.toString();
    }
  }

  /** The autonomous system that it was in. */
  record System(Asn asn) implements Place {
    @Override
    public String toString() {
      return "AS" + asn;
    }
  }

  /** A network that is for this. */
  record InSector(Sector sector) implements Place {
    @Override
    public String toString() {
      return sector.word();
    }
  }

  /** A name that links what one address did, for one recipient, and says nothing of where it is. */
  record Pseudonym(String name) implements Place {
    @Override
    public String toString() {
      return name;
    }
  }
}

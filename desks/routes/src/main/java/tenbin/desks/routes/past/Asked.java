package tenbin.desks.routes.past;

import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/** Which prefixes a question is about. */
public sealed interface Asked {
  /** The one that was written. */
  Prefix prefix();

  /** Whether routes to a prefix belong to it. */
  boolean takes(Prefix prefix);

  /** This prefix and no other. */
  record Exact(Prefix prefix) implements Asked {
    @Override
    public boolean takes(Prefix other) {
      return prefix.equals(other);
    }
  }

  /** It and all that lies inside. */
  record Inside(Prefix prefix) implements Asked {
    @Override
    public boolean takes(Prefix other) {
      return prefix.contains(other) && prefix.isV4() == other.isV4();
    }
  }

  /** All that covers it; of each vantage point the longest counts. */
  record Covering(Prefix prefix) implements Asked {
    @Override
    public boolean takes(Prefix other) {
      return other.contains(prefix) && prefix.isV4() == other.isV4();
    }
  }

  /** How people say it. */
  enum How {
    EXACT,
    INSIDE,
    COVERING;

    Asked of(Prefix prefix) {
      return switch (this) {
        case EXACT -> new Exact(prefix);
        case INSIDE -> new Inside(prefix);
        case COVERING -> new Covering(prefix);
      };
    }
  }

  /**
   * What somebody wrote: an address is covered by something whatever else is said; a prefix that is
   * written with host bits is none.
   */
  static Optional<Asked> parse(String text, How how) {
    Optional<Address> address = Address.tryParse(text.strip());
    if (address.isPresent()) {
      return Prefix.tryParse(text.strip()).map(Covering::new);
    }
    return Prefix.tryParse(text.strip()).map(how::of);
  }
}

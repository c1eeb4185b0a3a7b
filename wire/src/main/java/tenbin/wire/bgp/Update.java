package tenbin.wire.bgp;

import java.util.List;

/**
 * An UPDATE (RFC 4271 section 4.3).
 *
 * @param withdrawn plain IPv4 routes that are gone
 * @param attributes of all that are announced, with the routes of other families in them
 * @param announced plain IPv4 routes
 */
public record Update(List<Reach> withdrawn, Attributes attributes, List<Reach> announced) {
  public Update {
    withdrawn = List.copyOf(withdrawn);
    announced = List.copyOf(announced);
  }

  /** The body of an UPDATE, without its header. */
  public static Update read(Octets in, AsWidth width, PathIds ids) throws Malformed {
    Octets gone = in.take(in.u16());
    List<Reach> withdrawn = Reach.all(gone, Family.IPV4, ids);
    Octets block = in.take(in.u16());
    Attributes attributes = new AttributeReader(width, ids).all(block, MultiForm.WHOLE);
    return new Update(withdrawn, attributes, Reach.all(in, Family.IPV4, ids));
  }

  /** The same, with the blocks that were read before. */
  public static Update read(Octets in, AsWidth width, PathIds ids, AttributeMemo memo)
      throws Malformed {
    Octets gone = in.take(in.u16());
    List<Reach> withdrawn = Reach.all(gone, Family.IPV4, ids);
    int end = in.narrow(in.u16());
    Attributes attributes = memo.read(in, width, ids, MultiForm.WHOLE);
    in.widen(end);
    return new Update(withdrawn, attributes, Reach.all(in, Family.IPV4, ids));
  }

  /** The attributes of an entry of a table. */
  public static Attributes entry(Octets in, AsWidth width, PathIds ids) throws Malformed {
    return new AttributeReader(width, ids).all(in, MultiForm.NEXT_HOP_ALONE);
  }

  /** Those behind their length in two octets, with the blocks that were read before. */
  public static Attributes entry(Octets in, AsWidth width, AttributeMemo memo) throws Malformed {
    int end = in.narrow(in.u16());
    Attributes attributes = memo.read(in, width, PathIds.NONE, MultiForm.NEXT_HOP_ALONE);
    in.widen(end);
    return attributes;
  }
}

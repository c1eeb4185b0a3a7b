package tenbin.desks.routes.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What ASes are to each other: their neighbours in order, one list an AS. About ten octets for each
 * pair and 20 for each AS. Immutable; any thread.
 */
public final class Relations {
  /** How many ASes there may be, and how many pairs: of either the Internet has a tenth. */
  private static final int ASN_BITS = 20;

  private static final int LINK_BITS = 23;

  /** A table in which nobody is anything to anybody. */
  public static final Relations EMPTY = of(List.of());

  private final AsnIndex asns;
  private final int[] begin;
  private final int[] neighbour;
  private final byte[] relation;
  private final int[] customers;

  private Relations(List<Link> links, AsnIndex asns) {
    this.asns = asns;
    long[] sorted = sorted(links);
    begin = new int[asns.size() + 1];
    neighbour = new int[sorted.length];
    relation = new byte[sorted.length];
    customers = new int[asns.size()];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean toldAgain =
          i + 1 < sorted.length && sorted[i] >>> LINK_BITS == sorted[i + 1] >>> LINK_BITS;
      if (!toldAgain) {
        put(size++, sorted[i], links);
      }
    }
    for (int place = 0; place < asns.size(); place++) {
      begin[place + 1] += begin[place];
    }
  }

  /** Both directions of every pair: an AS, its neighbour, when it was told. */
  private long[] sorted(List<Link> links) {
    long[] keys = new long[2 * links.size()];
    for (int i = 0; i < links.size(); i++) {
      long one = asns.find(links.get(i).asn());
      long other = asns.find(links.get(i).neighbour());
      keys[2 * i] = (one << ASN_BITS | other) << LINK_BITS | 2L * i;
      keys[2 * i + 1] = (other << ASN_BITS | one) << LINK_BITS | 2L * i + 1;
    }
    Arrays.sort(keys);
    return keys;
  }

  private void put(int at, long key, List<Link> links) {
    int told = (int) (key & (1 << LINK_BITS) - 1);
    int place = (int) (key >>> ASN_BITS + LINK_BITS);
    Relation is = links.get(told / 2).relation();
    Relation seen = told % 2 == 0 ? is : is.turned();
    neighbour[at] = (int) (key >>> LINK_BITS) & (1 << ASN_BITS) - 1;
    relation[at] = seen.code();
    begin[place + 1]++;
    customers[place] += seen == Relation.CUSTOMER ? 1 : 0;
  }

  /**
   * A table of pairs; of one that is told again the last word counts.
   *
   * @throws IllegalStateException at more than a million ASes or four million pairs
   */
  public static Relations of(Collection<Link> links) {
    List<Link> all = List.copyOf(links);
    AsnIndex asns =
        AsnIndex.of(
            all.stream()
                .flatMapToInt(each -> IntStream.of(each.asn(), each.neighbour()))
                .toArray());
    if (asns.size() > 1 << ASN_BITS || all.size() > 1 << LINK_BITS - 1) {
      throw new IllegalStateException(asns.size() + " ASes in " + all.size() + " pairs");
    }
    return new Relations(all, asns);
  }

  /**
   * What one AS is to another: PROVIDER when b is a's provider.
   *
   * @param a an AS number, without sign
   * @param b another
   */
  public Relation of(int a, int b) {
    int one = asns.find(a);
    int other = asns.find(b);
    if (one == AsnIndex.NONE || other == AsnIndex.NONE) {
      return Relation.NONE;
    }
    // The search is in the shorter of the two lists: a tier 1 has thousands of neighbours.
    return degree(one) <= degree(other) ? search(one, other) : search(other, one).turned();
  }

  private int degree(int place) {
    return begin[place + 1] - begin[place];
  }

  private Relation search(int place, int other) {
    int found = Arrays.binarySearch(neighbour, begin[place], begin[place + 1], other);
    return found < 0 ? Relation.NONE : Relation.of(relation[found]);
  }

  /** Whether it is anything to anybody. */
  public boolean knows(int asn) {
    return asns.find(asn) != AsnIndex.NONE;
  }

  /** Whether it carries anybody. */
  public boolean hasCustomers(int asn) {
    return customers(asn) > 0;
  }

  /** How many ASes it carries itself, without theirs. */
  public int customers(int asn) {
    int place = asns.find(asn);
    return place == AsnIndex.NONE ? 0 : customers[place];
  }

  /** How many ASes there are. */
  public int size() {
    return asns.size();
  }

  /** Its neighbours, in no order that means anything. */
  public List<Link> neighbours(int asn) {
    int place = asns.find(asn);
    if (place == AsnIndex.NONE) {
      return List.of();
    }
    return IntStream.range(begin[place], begin[place + 1])
        .mapToObj(at -> new Link(asn, Relation.of(relation[at]), asns.asn(neighbour[at])))
        .toList();
  }

  /**
   * One pair.
   *
   * @param asn an AS number, without sign
   * @param relation what the neighbour is to it
   * @param neighbour another AS number
   */
  public record Link(int asn, Relation relation, int neighbour) {
    public Link {
      if (asn == neighbour) {
        throw new IllegalArgumentException("an AS is nothing to itself: " + asn);
      }
    }
  }
}

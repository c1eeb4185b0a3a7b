package tenbin.wire.bgp;

/**
 * Blocks of attributes that were read, by their octets: in tables and in bursts the same block
 * comes again soon, and what it says depends on its octets and the form of the session alone. Also
 * the parts that different blocks share. Broken ones are not kept. At most 128 KiB of octets, and
 * what they say. For one thread.
 */
public final class AttributeMemo {
  /**
   * Of a table of 10.5 million entries by twelve peers 512 places find 55 % of the blocks again, 64
   * times as many 65 %, but those no longer fit a processor's cache and cost more than they save.
   */
  private static final int BLOCKS = 1 << 9;

  /** A table's blocks have 60 octets in the middle. */
  private static final int MOST_OCTETS = 256;

  private final OctetMemo<Attributes> blocks = new OctetMemo<>(BLOCKS, MOST_OCTETS);
  private final AttributeParts parts;

  /** With paths that only their blocks know. */
  public AttributeMemo() {
    parts = AttributeParts.remembered();
  }

  /** With paths that other readings of the same thread know, too. */
  public AttributeMemo(PathMemo paths) {
    parts = AttributeParts.remembered(paths);
  }

  /** What a block says, remembered or read now. */
  Attributes read(Octets in, AsWidth width, PathIds ids, MultiForm form) throws Malformed {
    long key = blocks.key(in, kind(width, ids, form));
    Attributes known = blocks.known(key, in);
    if (known != null) {
      return known;
    }
    int from = in.at();
    int length = in.left();
    Attributes read = new AttributeReader(width, ids).with(parts).all(in, form);
    blocks.keep(key, in.bytes(), from, length, read);
    return read;
  }

  /** Equal octets mean different things where these differ. */
  private static int kind(AsWidth width, PathIds ids, MultiForm form) {
    return (width == AsWidth.FOUR ? 4 : 0)
        + (ids == PathIds.BEFORE_PREFIX ? 2 : 0)
        + (form == MultiForm.NEXT_HOP_ALONE ? 1 : 0);
  }
}

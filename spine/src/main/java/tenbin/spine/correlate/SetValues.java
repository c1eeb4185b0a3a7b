package tenbin.spine.correlate;

/**
 * The values that one set of members shares, as a slot of {@link Campaigns} holds them in the order
 * of their first sighting. A choice of them is a bit set of their places.
 */
final class SetValues {
  /** Words of a value. */
  static final int EACH = 7;

  private static final int HEAD = Campaigns.HEAD;
  private static final long LOW = 0xffff_ffffL;
  private static final int LISTED = 1 << 23;

  private final Slot slot;

  SetValues(Slot slot) {
    this.slot = slot;
  }

  private long word(int value, int word) {
    return slot.get(HEAD + value * EACH + word);
  }

  /** Writes a value to a place. */
  void put(int place, SharedValue shared) {
    int at = HEAD + place * EACH;
    slot.set(at, shared.value());
    slot.set(at + 1, shared.first() << 32 | shared.last());
    slot.set(
        at + 2,
        (long) shared.kind() << 32
            | (long) shared.type().code() << 24
            | (shared.listed() ? LISTED : 0)
            | Math.min(shared.count(), TOLD - 1));
    slot.set(at + 3, shared.companion());
    slot.set(at + 4, shared.others());
    slot.set(at + 5, shared.all());
    slot.set(at + 6, shared.more());
  }

  void move(int from, int to) {
    for (int i = 0; i < EACH; i++) {
      slot.set(HEAD + to * EACH + i, word(from, i));
    }
  }

  long set() {
    return slot.key();
  }

  private static final int TOLD = 1 << 22;

  /** Those that a finding has told, as a choice. */
  int told() {
    int told = 0;
    for (int i = 0; i < size(); i++) {
      told |= (word(i, 2) & TOLD) != 0 ? 1 << i : 0;
    }
    return told;
  }

  /** Marks a choice as told. */
  void tell(int choice) {
    for (int rest = choice; rest != 0; rest &= rest - 1) {
      int at = HEAD + Integer.numberOfTrailingZeros(rest) * EACH + 2;
      slot.set(at, slot.get(at) | TOLD);
    }
  }

  /** The first of so many that came with nothing else; the first of all when there is none. */
  int leastTelling(int of) {
    for (int i = 0; i < of; i++) {
      if (!isArtefact(i) && companions(i) == 0) {
        return i;
      }
    }
    return 0;
  }

  int size() {
    return (int) slot.get(0);
  }

  long key(int value) {
    return word(value, 0);
  }

  long first(int value) {
    return word(value, 1) >>> 32;
  }

  long last(int value) {
    return word(value, 1) & LOW;
  }

  int kind(int value) {
    return (int) (word(value, 2) >>> 32);
  }

  boolean isArtefact(int value) {
    return ValueType.of((int) (word(value, 2) >>> 24 & 0xff)).isArtefact();
  }

  boolean isListed(int value) {
    return (word(value, 2) & LISTED) != 0;
  }

  int count(int value) {
    return (int) (word(value, 2) & TOLD - 1);
  }

  /** All members that saw the value: the set, and where it is a pair perhaps a third. */
  long all(int value) {
    return word(value, 5);
  }

  /** Seconds from the first to the last of a choice. */
  long span(int choice) {
    int last = 31 - Integer.numberOfLeadingZeros(choice);
    return first(last) - first(Integer.numberOfTrailingZeros(choice));
  }

  /** The kind of all of a choice, -1 when they are of several. */
  int kindOf(int choice) {
    int kind = kind(Integer.numberOfTrailingZeros(choice));
    for (int rest = choice; rest != 0; rest &= rest - 1) {
      if (kind(Integer.numberOfTrailingZeros(rest)) != kind) {
        return -1;
      }
    }
    return kind;
  }

  /** Whether two hang together by having come together, or with the same. */
  boolean areTied(int one, int other) {
    return isArtefact(one) == isArtefact(other)
        ? !isArtefact(one) && cameWithTheSame(one, other)
        : cameTogether(one, other);
  }

  /** Two addresses that came with one artefact, which may be shared by nobody. */
  private boolean cameWithTheSame(int one, int other) {
    for (int word = 3; word <= 6; word++) {
      long two = word == 5 ? 0 : word(one, word);
      if (isCompanion(other, two >>> 32) || isCompanion(other, two & LOW)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCompanion(int value, long half) {
    return half != 0
        && (half == word(value, 3) >>> 32
            || isHalf(half, word(value, 4))
            || isHalf(half, word(value, 6)));
  }

  boolean cameTogether(int one, int other) {
    return cameWith(one, other) || cameWith(other, one);
  }

  private boolean cameWith(int value, int other) {
    return isCompanion(value, key(other) >>> 32);
  }

  private static boolean isHalf(long key, long two) {
    return key == two >>> 32 || key == (two & LOW);
  }

  /** With how many different values a value came. */
  int companions(int value) {
    return halves(word(value, 3)) + halves(word(value, 4)) + halves(word(value, 6));
  }

  private static int halves(long two) {
    return (two >>> 32 == 0 ? 0 : 1) + ((two & LOW) == 0 ? 0 : 1);
  }
}

package tenbin.spine.correlate;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The counters value -> members, and the first detector: tells of a value once two to six members
 * saw it and half an hour brought no further one. What spreads wider is weather, not a campaign.
 *
 * <p>A slot: the witnesses as a bitmap; first and last sighting as two times 32 bits; count, kind,
 * type and flags; first companion and widest gap; second and third companion; fourth and fifth. Of
 * a companion, the upper half of its key is kept.
 */
final class SharedValues implements Detector<ValueSighting, SharedValue> {
  /** Scanners that go on reach the next member within minutes (Katti, IMC 2005, section 4). */
  static final int SETTLE_SECONDS = 30 * 60;

  private static final int BITS = 64;
  private static final long LOW = 0xffff_ffffL;
  private static final int MOST_COUNT = Integer.MAX_VALUE >>> 1;
  private static final long OF_CIRCLE = 1L << 28;
  private static final long NOT_ATTACK = 1L << 29;
  private static final long TOLD = 1L << 30;
  private static final long AGAIN = 1L << 31;

  private final int witnessWords;
  private final Consumer<ValueSighting> shared;

  /**
   * The detector.
   *
   * @param members how many there may be
   * @param shared told of each sighting that made a value known to a second member
   */
  SharedValues(int members, Consumer<ValueSighting> shared) {
    this.witnessWords = (members + BITS - 1) / BITS;
    this.shared = shared;
  }

  @Override
  public long key(ValueSighting event) {
    return event.key();
  }

  @Override
  public long[] start() {
    return new long[witnessWords + 5];
  }

  @Override
  public void on(ValueSighting event, Slot slot, Consumer<SharedValue> found) {
    long flags = slot.get(witnessWords + 1);
    if (flags == 0) {
      begin(event, slot);
      return;
    }
    int word = event.member() / BITS;
    long bit = 1L << event.member();
    long witnesses = slot.get(word);
    if ((witnesses & bit) == 0) {
      slot.set(word, witnesses | bit);
      joined(event, slot);
      // An artefact goes from member to member with every wave: its set is told anew.
      flags = event.type().isArtefact() ? flags & ~(TOLD | AGAIN) : flags;
    }
    seenAgain(event, slot, flags);
  }

  private void begin(ValueSighting event, Slot slot) {
    slot.set(event.member() / BITS, 1L << event.member());
    slot.set(witnessWords, event.second() << 32 | event.second() & LOW);
    slot.set(
        witnessWords + 1,
        1L << 32
            | (event.isListed() ? 0 : OF_CIRCLE)
            | (event.isAttack() ? 0 : NOT_ATTACK)
            | (long) event.type().code() << 16
            | event.kind());
    slot.set(witnessWords + 2, event.companion() & ~LOW);
  }

  private void joined(ValueSighting event, Slot slot) {
    int members = members(slot);
    if (members == 2) {
      shared.accept(event);
    }
    long times = slot.get(witnessWords);
    long gap =
        Math.max(0, Math.max((times >>> 32) - event.second(), event.second() - (times & LOW)));
    long companion = slot.get(witnessWords + 2);
    slot.set(witnessWords + 2, companion & ~LOW | Math.max(companion & LOW, Math.min(gap, LOW)));
    if (members <= MemberSet.MOST) {
      slot.timer(slot.now() + SETTLE_SECONDS);
    }
  }

  private void seenAgain(ValueSighting event, Slot slot, long flags) {
    long times = slot.get(witnessWords);
    long first = Math.min(times >>> 32, event.second());
    long last = Math.max(times & LOW, event.second());
    slot.set(witnessWords, first << 32 | last);
    long marked = flags | (event.isListed() ? 0 : OF_CIRCLE);
    if (keepCompanion(event.companion() & ~LOW, slot)
        && event.type().isArtefact()
        && (flags & TOLD) != 0) {
      // It came with something more since it was told: told anew.
      marked = marked & ~TOLD | AGAIN;
      slot.timer(slot.now() + SETTLE_SECONDS);
    }
    slot.set(witnessWords + 1, flags >>> 32 < MOST_COUNT ? marked + (1L << 32) : marked);
  }

  /** Whether the companion is a new one, and there was room for it. */
  private boolean keepCompanion(long companion, Slot slot) {
    long first = slot.get(witnessWords + 2);
    if (companion == 0 || companion == (first & ~LOW)) {
      return false;
    }
    if ((first & ~LOW) == 0) {
      slot.set(witnessWords + 2, companion | first);
      return true;
    }
    for (int word = witnessWords + 3; word <= witnessWords + 4; word++) {
      long two = slot.get(word);
      if ((two & ~LOW) == companion || two << 32 == companion) {
        return false;
      }
      if (two == 0 || (two & LOW) == 0) {
        slot.set(word, two == 0 ? companion : two | companion >>> 32);
        return true;
      }
    }
    return false;
  }

  @Override
  public void onTimer(Slot slot, Consumer<SharedValue> found) {
    long flags = slot.get(witnessWords + 1);
    int members = members(slot);
    if (members > MemberSet.MOST || (flags & (NOT_ATTACK | TOLD)) != 0) {
      return;
    }
    slot.set(witnessWords + 1, flags | TOLD);
    long times = slot.get(witnessWords);
    long companion = slot.get(witnessWords + 2);
    long witnesses = witnesses(slot, members);
    found.accept(
        new SharedValue(
            slot.key(),
            companion & ~LOW,
            slot.get(witnessWords + 3),
            slot.get(witnessWords + 4),
            ValueType.of((int) (flags >>> 16 & 0xf)),
            (int) (flags & 0xffff),
            witnesses,
            witnesses,
            times >>> 32,
            times & LOW,
            (int) (flags >>> 32),
            (int) Math.min(companion & LOW, Integer.MAX_VALUE),
            (flags & OF_CIRCLE) == 0,
            (flags & AGAIN) != 0));
  }

  private int members(Slot slot) {
    int members = 0;
    for (int word = 0; word < witnessWords; word++) {
      members += Long.bitCount(slot.get(word));
    }
    return members;
  }

  private long witnesses(Slot slot, int members) {
    int[] indexes = new int[members];
    int size = 0;
    for (int word = 0; word < witnessWords; word++) {
      for (long rest = slot.get(word); rest != 0; rest &= rest - 1) {
        indexes[size++] = word * BITS + Long.numberOfTrailingZeros(rest);
      }
    }
    return MemberSet.of(Arrays.copyOf(indexes, size));
  }

  /** Reads how many members saw a value out of a table of this detector's. */
  int members(KeyedTable table, int place) {
    int members = 0;
    for (int word = 0; word < witnessWords; word++) {
      members += Long.bitCount(table.get(place, word));
    }
    return members;
  }
}

package tenbin.spine.correlate;

/**
 * How the values of one set hang together, looked up once: which are artefacts, which came
 * together, which are tied. A choice of them is a bit set of their places.
 */
final class SetTies {
  private final SetValues values;
  private final int size;
  private final int[] together;
  private final int[] tied;
  private final int[] companions;
  private int artefacts;

  SetTies(SetValues values) {
    this.values = values;
    this.size = values.size();
    this.together = new int[size];
    this.tied = new int[size];
    this.companions = new int[size];
    for (int i = 0; i < size; i++) {
      artefacts |= values.isArtefact(i) ? 1 << i : 0;
      companions[i] = values.companions(i);
      for (int j = 0; j < i && companions[i] > 0; j++) {
        if (companions[j] > 0) {
          tie(i, j);
        }
      }
    }
  }

  private void tie(int one, int other) {
    if (values.isArtefact(one) != values.isArtefact(other) && values.cameTogether(one, other)) {
      together[one] |= 1 << other;
      together[other] |= 1 << one;
    }
    if (values.areTied(one, other)) {
      tied[one] |= 1 << other;
      tied[other] |= 1 << one;
    }
  }

  int companions(int value) {
    return companions[value];
  }

  int addresses(int choice) {
    return Integer.bitCount(choice & ~artefacts);
  }

  /** All artefacts of a choice. */
  int artefactsIn(int choice) {
    return Integer.bitCount(choice & artefacts);
  }

  /** Artefacts of a choice but those that only ever came with one address of it. */
  int artefacts(int choice) {
    int counted = 0;
    for (int rest = choice & artefacts; rest != 0; rest &= rest - 1) {
      int value = Integer.numberOfTrailingZeros(rest);
      counted += linked(value, choice) != 1 || companions[value] > 1 ? 1 : 0;
    }
    return counted;
  }

  /** How many addresses of a choice came with an artefact. */
  int linked(int artefact, int choice) {
    return Integer.bitCount(together[artefact] & choice);
  }

  /** All that hangs together with a value by having come together. */
  int tiedTo(int value) {
    int all = 1 << value;
    for (int before = 0; before != all; ) {
      int added = all & ~before;
      before = all;
      for (int rest = added; rest != 0; rest &= rest - 1) {
        all |= tied[Integer.numberOfTrailingZeros(rest)];
      }
    }
    return all;
  }

  /** Whether one of the values is an artefact of more sources than it needs. */
  boolean hasOneOfManySources() {
    for (int i = 0; i < size; i++) {
      if (sourcesBeyondNeeded(i, tiedTo(i)) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many sources more than it needs an artefact has: one for each of its members, or those that
   * are shared as well.
   */
  int sourcesBeyondNeeded(int value, int among) {
    if ((artefacts & 1 << value) == 0) {
      return 0;
    }
    int linked = linked(value, among);
    return companions[value] - (linked > 0 ? linked : MemberSet.size(values.all(value)));
  }
}

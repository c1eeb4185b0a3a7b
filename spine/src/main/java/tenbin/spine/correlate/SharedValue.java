package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A rare value that a few members saw and, for a while now, nobody else.
 *
 * @param value its key
 * @param companion upper half of the key of the first value it came with, 0 when there is none
 * @param others upper halves of a second and a third one, 0 each when there is none
 * @param more upper halves of a fourth and a fifth one, 0 each when there is none
 * @param type what sort of value
 * @param kind index of the kind of its first sighting
 * @param members a {@link MemberSet} of two and more, its key
 * @param all the members that saw it; more than {@code members} where it is told of a part of them
 * @param first first sighting, seconds since 1970
 * @param last last sighting so far
 * @param count sightings
 * @param gap the longest time, in seconds, that passed before one more member saw it
 * @param listed whether the value may stand in a list that others get
 * @param again whether the same was told before, and it only came with something more since
 */
record SharedValue(
    long value,
    long companion,
    long others,
    long more,
    ValueType type,
    int kind,
    long members,
    long all,
    long first,
    long last,
    int count,
    int gap,
    boolean listed,
    boolean again) {
  static final int MOST_COMPANIONS = 5;

  /** The same value under a part of its members. */
  SharedValue among(long part) {
    return new SharedValue(
        value, companion, others, more, type, kind, part, members, first, last, count, gap, listed,
        again);
  }

  /** With how many different values it came: {@link #MOST_COMPANIONS} stands for more as well. */
  int companions() {
    return halves(companion) + halves(others) + halves(more);
  }

  private static int halves(long pair) {
    return (pair >>> 32 == 0 ? 0 : 1) + ((int) pair == 0 ? 0 : 1);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(value);
    out.writeLong(companion);
    out.writeLong(others);
    out.writeLong(more);
    out.writeInt(type.code());
    out.writeInt(kind);
    out.writeLong(members);
    out.writeLong(all);
    out.writeLong(first);
    out.writeLong(last);
    out.writeInt(count);
    out.writeInt(gap);
    out.writeBoolean(listed);
    out.writeBoolean(again);
  }

  static SharedValue read(DataInputStream in) throws IOException {
    return new SharedValue(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        ValueType.of(in.readInt()),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readBoolean(),
        in.readBoolean());
  }
}

package tenbin.nouns.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of an observation's kept columns, packed: for each told value its column's index, its
 * length and its UTF-8 bytes. One array per observation, because a day holds ten million of them
 * and few are ever looked at. Values keep their order; empty ones are not told and not kept.
 */
public final class Extra {
  public static final Extra NONE = new Extra(Columns.NONE, new byte[0]);

  private final Columns columns;
  private final byte[] packed;

  private Extra(Columns columns, byte[] packed) {
    this.columns = columns;
    this.packed = packed;
  }

  /** The values of a map under columns of unknown category. */
  public static Extra ofUnknown(Map<String, String> values) {
    List<Column> columns = new ArrayList<>();
    values.keySet().forEach(name -> columns.add(Column.unknown(name)));
    Packer packer = new Packer(new Columns(columns));
    int index = 0;
    for (String value : values.values()) {
      packer.add(index++, value);
    }
    return packer.pack();
  }

  public Columns columns() {
    return columns;
  }

  /** How many bytes {@link #copyPacked} copies. */
  public int packedSize() {
    return packed.length;
  }

  /** Copies the packed values, for storage; {@link #ofPacked} makes the same values of them. */
  public void copyPacked(byte[] into, int at) {
    System.arraycopy(packed, 0, into, at, packed.length);
  }

  /**
   * The values that were packed under the same columns.
   *
   * @param packed what {@link #copyPacked} gave; not changed afterwards
   */
  public static Extra ofPacked(Columns columns, byte[] packed) {
    return packed.length == 0 ? NONE : new Extra(columns, packed);
  }

  public boolean isEmpty() {
    return packed.length == 0;
  }

  /** Receives one told value. */
  public interface Visitor {
    void value(Column column, String value);
  }

  /** Hands over every told value in order. */
  public void forEach(Visitor visitor) {
    int position = 0;
    while (position < packed.length) {
      int column = readNumber(packed, position);
      position += numberSize(column);
      int length = readNumber(packed, position);
      position += numberSize(length);
      visitor.value(columns.get(column), new String(packed, position, length, UTF_8));
      position += length;
    }
  }

  /** The value of a column, where it was told. */
  public Optional<String> get(String name) {
    int wanted = columns.indexOf(name).orElse(-1);
    int position = 0;
    while (position < packed.length) {
      int column = readNumber(packed, position);
      position += numberSize(column);
      int length = readNumber(packed, position);
      position += numberSize(length);
      if (column == wanted) {
        return Optional.of(new String(packed, position, length, UTF_8));
      }
      position += length;
    }
    return Optional.empty();
  }

  /** The packed values: for hashing, never for interpretation. */
  void mixInto(Fingerprint.Mixer mixer) {
    mixer.mix(packed, 0, packed.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Extra that
        && Arrays.equals(packed, that.packed)
        && (columns == that.columns || toString().equals(that.toString()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    forEach((column, value) -> all.add(column.name() + "=" + value));
    return all.toString();
  }

  private static int readNumber(byte[] bytes, int at) {
    int value = 0;
    int shift = 0;
    int position = at;
    while (bytes[position] < 0) {
      value |= (bytes[position++] & 0x7f) << shift;
      shift += 7;
    }
    return value | bytes[position] << shift;
  }

  private static int numberSize(int value) {
    return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;
  }

  /** Packs one observation after the other; not for several threads. */
  public static final class Packer {
    private static final int START_BYTES = 512;

    private final Columns columns;
    private byte[] buffer = new byte[START_BYTES];
    private int size;

    public Packer(Columns columns) {
      this.columns = columns;
    }

    public void add(int column, String value) {
      byte[] bytes = value.getBytes(UTF_8);
      add(column, bytes, 0, bytes.length);
    }

    /** Adds UTF-8 bytes that the caller has checked; an empty value is not told and not kept. */
    public void add(int column, byte[] utf8, int from, int length) {
      if (length == 0) {
        return;
      }
      if (column < 0 || column >= columns.size()) {
        throw new IndexOutOfBoundsException("no such column: " + column);
      }
      int wanted = size + length + 10;
      if (wanted > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(wanted, buffer.length * 2));
      }
      writeNumber(column);
      writeNumber(length);
      System.arraycopy(utf8, from, buffer, size, length);
      size += length;
    }

    private void writeNumber(int value) {
      int rest = value;
      while (rest > 0x7f) {
        buffer[size++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      buffer[size++] = (byte) rest;
    }

    /** What was added since the last pack; starts anew. */
    public Extra pack() {
      if (size == 0) {
        return NONE;
      }
      Extra extra = new Extra(columns, Arrays.copyOf(buffer, size));
      size = 0;
      return extra;
    }
  }
}

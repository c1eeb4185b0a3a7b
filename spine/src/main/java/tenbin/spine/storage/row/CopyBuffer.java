package tenbin.spine.storage.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import tenbin.nouns.net.Address;

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"), in one array
 * that grows and is used again. Not for several threads.
 */
public final class CopyBuffer {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  /** "PGCOPY\n\377\r\n\0", no flags, no header extension. */
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int START_BYTES = 1 << 16;
  private static final int MOST_NUMBER_BYTES = 10;
  private static final int IPV4 = 2;
  private static final int IPV6 = 3;

  private byte[] bytes = new byte[START_BYTES];
  private int size;

  public CopyBuffer() {
    clear();
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
  }

  /** Empty again, with the header that every COPY begins with. */
  public void clear() {
    size = 0;
    ensure(HEADER.length);
    System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
    size = HEADER.length;
  }

  public boolean isEmpty() {
    return size == HEADER.length;
  }

  public int size() {
    return size;
  }

  /** The array itself, valid up to {@link #size}. */
  byte[] array() {
    return bytes;
  }

  public void row(int columns) {
    ensure(2);
    SHORTS.set(bytes, size, (short) columns);
    size += 2;
  }

  /** The trailer that every COPY ends with. */
  void end() {
    row(-1);
  }

  public void int2(int value) {
    ensure(6);
    INTS.set(bytes, size, 2);
    SHORTS.set(bytes, size + 4, (short) value);
    size += 6;
  }

  /** Writes a four-byte column; returns where its value lies, for {@link #raise}. */
  public int int4(int value) {
    ensure(8);
    INTS.set(bytes, size, 4);
    INTS.set(bytes, size + 4, value);
    size += 8;
    return size - 4;
  }

  /** Adds one to a four-byte column that was written before. */
  void raise(int place) {
    INTS.set(bytes, place, (int) INTS.get(bytes, place) + 1);
  }

  public void int8(long value) {
    ensure(12);
    INTS.set(bytes, size, 8);
    LONGS.set(bytes, size + 4, value);
    size += 12;
  }

  void uuid(long high, long low) {
    ensure(20);
    INTS.set(bytes, size, 16);
    LONGS.set(bytes, size + 4, high);
    LONGS.set(bytes, size + 12, low);
    size += 20;
  }

  void uuid(UUID value) {
    uuid(value.getMostSignificantBits(), value.getLeastSignificantBits());
  }

  /** An inet column; null where no address was told. */
  void inet(Address address) {
    ensure(24);
    if (!address.isPresent()) {
      INTS.set(bytes, size, -1);
      size += 4;
      return;
    }
    boolean v4 = address.isV4();
    INTS.set(bytes, size, v4 ? 8 : 20);
    bytes[size + 4] = (byte) (v4 ? IPV4 : IPV6);
    bytes[size + 5] = (byte) (v4 ? 32 : 128);
    bytes[size + 6] = 0;
    bytes[size + 7] = (byte) (v4 ? 4 : 16);
    if (v4) {
      INTS.set(bytes, size + 8, address.v4Bits());
      size += 12;
    } else {
      LONGS.set(bytes, size + 8, address.high());
      LONGS.set(bytes, size + 16, address.low());
      size += 24;
    }
  }

  public void textColumn(String text) {
    int start = openColumn();
    utf8(text);
    closeColumn(start);
  }

  /** Begins a column of bytes whose length is not known yet. */
  int openColumn() {
    ensure(4);
    size += 4;
    return size;
  }

  void closeColumn(int start) {
    INTS.set(bytes, start - 4, size - start);
  }

  void oneByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  /** A number in groups of seven bits, lowest first; small ones are short. */
  void number(long value) {
    ensure(MOST_NUMBER_BYTES);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A length and so many bytes of UTF-8. */
  void text(String text) {
    int length = text.length();
    int start = size;
    number(length);
    if (!ascii(text, length)) {
      size = start;
      byte[] wide = text.getBytes(StandardCharsets.UTF_8);
      number(wide.length);
      append(wide);
    }
  }

  private void utf8(String text) {
    if (!ascii(text, text.length())) {
      append(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private boolean ascii(String text, int length) {
    ensure(length);
    byte[] to = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      to[at++] = (byte) c;
    }
    size = at;
    return true;
  }

  private void append(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Room for so many bytes that the caller fills itself; returns where. */
  int space(int length) {
    ensure(length);
    size += length;
    return size - length;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}

package tenbin.wire.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tenbin.nouns.report.Fault;

/**
 * The entries of a zip (APPNOTE 6.3.10 section 4.3), front to back by their local headers. The
 * central directory is not looked at: what it could claim about overlapping entries moves nobody.
 */
final class ZipEntries {
  private static final int LOCAL_HEADER = 0x0403_4b50;
  private static final int CENTRAL_HEADER = 0x0201_4b50;
  private static final int END = 0x0605_4b50;
  private static final int END_64 = 0x0606_4b50;
  private static final int EXTRA_DATA = 0x0806_4b50;

  private static final int ENCRYPTED = 1;
  private static final int SIZES_BEHIND = 1 << 3;
  private static final int MOST_NAME_SHOWN = 300;

  private final ZipBytes in;
  private final Budget budget;

  ZipEntries(InputStream in, Budget budget) {
    this.in = new ZipBytes(in);
    this.budget = budget;
  }

  /**
   * One entry.
   *
   * @param name as written; never a path on a disk
   * @param content unpacked; ends behind the entry
   * @param unreadable why its content cannot be had
   */
  record Entry(String name, InputStream content, Optional<String> unreadable) {
    boolean isFolder() {
      return name.endsWith("/");
    }
  }

  /** The next entry; the former one's content must have been read to its end. */
  Optional<Entry> next() throws IOException {
    int signature = (int) in.number(4);
    return switch (signature) {
      case LOCAL_HEADER -> Optional.of(entry());
      case CENTRAL_HEADER, END, END_64, EXTRA_DATA -> Optional.empty();
      default -> throw new Broken(Fault.ARCHIVE_BROKEN, "no entry where one should begin");
    };
  }

  private Entry entry() throws IOException {
    in.number(2);
    int flags = (int) in.number(2);
    int method = (int) in.number(2);
    in.number(4);
    long crc = in.number(4);
    long packed = in.number(4);
    in.number(4);
    int nameLength = (int) in.number(2);
    int extraLength = (int) in.number(2);
    byte[] name = in.bytes(nameLength);
    packed = Zip64.packedSize(packed, in.bytes(extraLength));
    String shown =
        new String(name, 0, Math.min(nameLength, MOST_NAME_SHOWN), UTF_8).replace('\0', '\ufffd');
    boolean sizesBehind = (flags & SIZES_BEHIND) != 0;
    Optional<String> unreadable = unreadable((flags & ENCRYPTED) != 0, method, sizesBehind);
    if (unreadable.isEmpty()) {
      InputStream content =
          method == 0
              ? new Stored(in, packed, crc, budget)
              : new Inflated(in, sizesBehind ? Inflated.CHECKSUM_BEHIND : crc, budget);
      return new Entry(shown, content, unreadable);
    }
    if (sizesBehind && packed == 0) {
      String what = shown + " is " + unreadable.get() + ", and its size is not told";
      throw new Broken(Fault.ARCHIVE_BROKEN, what);
    }
    in.skip(packed);
    return new Entry(shown, InputStream.nullInputStream(), unreadable);
  }

  private static Optional<String> unreadable(boolean encrypted, int method, boolean sizesBehind) {
    if (encrypted) {
      return Optional.of("encrypted");
    }
    return switch (method) {
      case 0 -> sizesBehind ? Optional.of("stored without its size") : Optional.empty();
      case 8 -> Optional.empty();
      case 9 -> Optional.of("packed with Deflate64");
      case 12 -> Optional.of("packed with bzip2");
      case 14 -> Optional.of("packed with LZMA");
      case 93 -> Optional.of("packed with Zstandard");
      case 95 -> Optional.of("packed with XZ");
      default -> Optional.of("packed with method " + method);
    };
  }
}

package tenbin.spine.file;

import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/** A file that somebody lays somewhere, looked at before it is kept. */
public sealed interface LaidFile {
  /** What a mail carries; larger ones are rows, and rows are reports. */
  int MOST_BYTES = 8 << 20;

  /**
   * One that can be kept.
   *
   * @param name made safe
   * @param type {@link FileType#word}
   * @param size in bytes
   * @param digest SHA-256 of the bytes, in hexadecimal
   */
  record Fine(String name, String type, int size, String digest) implements LaidFile {
    /** Whether it holds communications of others. */
    public boolean isCommunications() {
      FileType kind = FileType.valueOf(type.toUpperCase(Locale.ROOT));
      return kind.holds() == FileType.Holds.COMMUNICATIONS;
    }
  }

  /** Nothing in it, or more than {@link #MOST_BYTES}. */
  record WrongSize() implements LaidFile {}

  /** Its name is of no type that is taken, or its bytes are not of that type. */
  record WrongType() implements LaidFile {}

  /** Looks at it. */
  static LaidFile of(String given, byte[] bytes) {
    if (bytes.length == 0 || bytes.length > MOST_BYTES) {
      return new WrongSize();
    }
    String name = SafeName.of(given);
    Optional<FileType> type = FileType.of(name, bytes);
    return type.isEmpty()
        ? new WrongType()
        : new Fine(name, type.get().word(), bytes.length, Digest.of(bytes).hex());
  }
}

package tenbin.spine.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are taken: known by their first bytes, and named as what they are. */
public enum FileType {
  /** RFC 8118. */
  PDF(Holds.ANALYSIS, List.of("pdf"), "255044462d"),
  PNG(Holds.ANALYSIS, List.of("png"), "89504e470d0a1a0a"),
  JPEG(Holds.ANALYSIS, List.of("jpg", "jpeg"), "ffd8ff"),
  /** A sample travels in one, under a password. */
  ZIP(Holds.ANALYSIS, List.of("zip"), "504b0304"),
  /** Documents of office programs, archives inside (ISO/IEC 29500, ISO/IEC 26300); no macros. */
  OFFICE(Holds.ANALYSIS, List.of("docx", "xlsx", "pptx", "odt", "ods", "odp"), "504b0304"),
  /** In both orders of bytes, in microseconds and nanoseconds. */
  PCAP(
      Holds.COMMUNICATIONS, List.of("pcap", "cap"), "a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1"),
  PCAPNG(Holds.COMMUNICATIONS, List.of("pcapng"), "0a0d0d0a"),
  /** A mail as it came: somebody's words to somebody. */
  MAIL(Holds.COMMUNICATIONS, List.of("eml", "msg", "mbox")),
  /** Lines of what somebody's machines did. */
  LOG(Holds.COMMUNICATIONS, List.of("log")),
  TEXT(
      Holds.ANALYSIS,
      List.of("txt", "md", "csv", "tsv", "json", "yaml", "yml", "xml", "yar", "rules", "sigma"));

  /** What a file of a type has in it. */
  public enum Holds {
    /** What people found out: it may go where words may. */
    ANALYSIS,
    /** Communications of others: it stays with whoever laid it there. */
    COMMUNICATIONS
  }

  private final Holds holds;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
  private final List<String> endings;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
  private final List<String> beginnings;

  FileType(Holds holds, List<String> endings, String... beginnings) {
    this.holds = holds;
    this.endings = List.copyOf(endings);
    this.beginnings = List.of(beginnings);
  }

  public Holds holds() {
    return holds;
  }

  /** "pdf". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All endings of names that are taken. */
  public static List<String> allEndings() {
    return Arrays.stream(values()).flatMap(each -> each.endings.stream()).sorted().toList();
  }

  /** Those of files that hold one of the two. */
  public static List<String> endings(Holds holds) {
    return Arrays.stream(values())
        .filter(each -> each.holds == holds)
        .flatMap(each -> each.endings.stream())
        .sorted()
        .toList();
  }

  /** The type by a name's ending, where the bytes are of it; else none. */
  public static Optional<FileType> of(String name, byte[] bytes) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> each.endings.contains(ending))
        .filter(each -> each.isOf(bytes))
        .findFirst();
  }

  private boolean isOf(byte[] bytes) {
    if (beginnings.isEmpty()) {
      return isText(bytes);
    }
    String begins = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
    return beginnings.stream().anyMatch(begins::startsWith);
  }

  /** UTF-8 without controls but the ends of lines, tabs and form feeds. */
  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      boolean control = each >= 0 && each < ' ';
      if (control && each != '\n' && each != '\r' && each != '\t' && each != '\f') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }
}

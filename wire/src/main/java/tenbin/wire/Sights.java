package tenbin.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The formats that are known by sight only, so that whoever sends one is told what it is. The
 * signatures are those of the formats' own specifications.
 */
final class Sights {
  /**
   * A format seen.
   *
   * @param name as the field calls it
   * @param sure whether a signature says so, or only the look of it
   */
  record Sight(String name, boolean sure) {}

  private record Mark(String name, boolean sure, Predicate<Head> test) {}

  /** The head as one character per byte, with what stands first. */
  private record Head(String name, String text) {
    static Head of(Sample sample) {
      StringBuilder text = new StringBuilder(sample.size());
      for (int i = 0; i < sample.size(); i++) {
        text.append((char) sample.at(i));
      }
      return new Head(sample.name().toLowerCase(Locale.ROOT), text.toString());
    }

    boolean begins(String signature) {
      return text.startsWith(signature);
    }

    boolean has(String part) {
      return text.contains(part);
    }

    boolean hasAll(String... parts) {
      return Stream.of(parts).allMatch(text::contains);
    }

    /** The first byte that is no blank and no byte order mark. */
    char first() {
      for (int i = begins("\u00ef\u00bb\u00bf") ? 3 : 0; i < text.length(); i++) {
        if (text.charAt(i) > ' ') {
          return text.charAt(i);
        }
      }
      return ' ';
    }

    boolean isJson() {
      return first() == '{' || first() == '[';
    }

    boolean isXml() {
      return first() == '<';
    }

    boolean isText() {
      return text.chars()
          .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          zip("docx", "word/"),
          zip("xlsx", "xl/"),
          zip("pptx", "ppt/"),
          zip("opendocument", "mimetypeapplication/vnd.oasis"),
          zip("jar", "META-INF/MANIFEST.MF"),
          sure("zip", head -> head.begins("PK\3\4") || head.begins("PK\5\6")),
          sure("gzip", head -> head.begins("\u001f\u008b")),
          sure("bzip2", head -> head.begins("BZh")),
          sure("xz", head -> head.begins("\u00fd7zXZ\0")),
          sure("zstandard", head -> head.begins("(\u00b5/\u00fd")),
          sure("7z", head -> head.begins("7z\u00bc\u00af'\u001c")),
          sure("rar", head -> head.begins("Rar!\u001a\7")),
          sure("tar", head -> head.text().startsWith("ustar", 257)),
          sure("pdf", head -> head.begins("%PDF-")),
          sure("pcap", Sights::isPcap),
          sure("pcapng", head -> head.begins("\n\r\r\n")),
          sure("microsoft-office-or-outlook-msg", head -> head.begins("\u00d0\u00cf\u0011\u00e0")),
          sure("tnef", head -> head.begins("x\u009f>\"")),
          sure("png", head -> head.begins("\u0089PNG")),
          sure("jpeg", head -> head.begins("\u00ff\u00d8\u00ff")),
          sure("gif", head -> head.begins("GIF8")),
          sure("windows-program", head -> head.begins("MZ") && !head.isText()),
          sure("elf-program", head -> head.begins("\u007fELF")),
          sure("parquet", head -> head.begins("PAR1")),
          sure("sqlite", head -> head.begins("SQLite format 3\0")),
          sure("openpgp-message", head -> head.has("-----BEGIN PGP MESSAGE-----")),
          sure(
              "utf-32-text",
              head -> head.begins("\u00ff\u00fe\0\0") || head.begins("\0\0\u00fe\u00ff")),
          json("stix-2.1", "\"type\"", "\"bundle\"", "\"objects\"", "\"spec_version\"", "2.1"),
          json("stix-2", "\"type\"", "\"bundle\"", "\"objects\""),
          json("csaf", "\"document\"", "\"csaf_version\""),
          json("misp-event-json", "\"Attribute\"", "\"distribution\""),
          json("misp-event-json", "\"Event\"", "\"Attribute\""),
          json("iodef-json", "\"Incident\"", "\"IncidentID\""),
          json("idea-json", "\"Format\"", "\"IDEA0\""),
          json("cve-json", "\"dataType\"", "\"CVE_RECORD\""),
          json("osv-json", "\"schema_version\"", "\"affected\"", "\"modified\""),
          json("cacao-json", "\"type\"", "\"playbook\"", "\"spec_version\""),
          json("json-schema", "\"$schema\"", "json-schema.org"),
          json("shadowserver-report-schema", "\"classification.taxonomy\"", "\"fields\""),
          json("shadowserver-report-schema", "\"classification.taxonomy\"", "\"constant_fields\""),
          json("flow-or-log-json", "\"@timestamp\"", "\"@version\""),
          xml("iodef-xml", "iodef-document"),
          xml("html", "<html"),
          xml("html", "<!doctype html"),
          xml("stix-1-xml", "stix_package"),
          xml("openioc-xml", "<ioc "),
          xml("cap-xml", "urn:oasis:names:tc:emergency:cap"),
          xml("cvrf-xml", "cvrfdoc"),
          xml("idmef-xml", "idmef-message"),
          xml("rss", "<rss"),
          xml("atom", "http://www.w3.org/2005/atom"),
          xml("svg", "<svg"),
          look("json", Head::isJson),
          look("xml", head -> head.isXml() && head.has(">")),
          sure("markdown", head -> head.name().endsWith(".md") && head.isText()),
          look("yaml", head -> head.begins("---\n") && head.isText()),
          look("plain-text", head -> head.isText() && head.has(" ") && head.has("\n")));

  private Sights() {}

  /** What a report looks like, where it looks like something. */
  static Optional<Sight> of(Sample sample) {
    Head head = Head.of(sample);
    return MARKS.stream()
        .filter(mark -> mark.test().test(head))
        .findFirst()
        .map(mark -> new Sight(mark.name(), mark.sure()));
  }

  static List<Format> all() {
    return MARKS.stream().map(Mark::name).distinct().map(Format::new).toList();
  }

  /** How deep the brackets of a JSON text go within the head, strings left out; 0 for no JSON. */
  static int nesting(Sample sample) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < sample.size(); i++) {
      int c = sample.at(i);
      if (depth == 0 && c > ' ' && c != '{' && c != '[') {
        return deepest;
      }
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }

  private static Mark sure(String name, Predicate<Head> test) {
    return new Mark(name, true, test);
  }

  private static Mark look(String name, Predicate<Head> test) {
    return new Mark(name, false, test);
  }

  private static Mark zip(String name, String entry) {
    return sure(name, head -> head.begins("PK\3\4") && head.has(entry));
  }

  private static Mark json(String name, String... members) {
    return sure(name, head -> head.isJson() && head.hasAll(members));
  }

  private static Mark xml(String name, String element) {
    return sure(
        name, head -> head.isXml() && head.text().toLowerCase(Locale.ROOT).contains(element));
  }

  /** The magic numbers of libpcap's file format, both byte orders, micro- and nanoseconds. */
  private static boolean isPcap(Head head) {
    return Stream.of("d4c3b2a1", "a1b2c3d4", "4d3cb2a1", "a1b23c4d")
        .map(hex -> new String(java.util.HexFormat.of().parseHex(hex), ISO_8859_1))
        .anyMatch(head::begins);
  }
}

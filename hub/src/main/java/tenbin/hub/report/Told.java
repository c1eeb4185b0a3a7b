package tenbin.hub.report;

import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Upload;

/**
 * What is told about a report beside its bytes.
 *
 * @param name of the file, cut to a line
 * @param feed or sensor, cut to a line
 * @param marking where one is told
 * @param mapping of plain CSV's columns, where one is told
 */
public record Told(String name, String feed, Optional<Tlp> marking, Optional<String> mapping) {
  /** File names end at 255 bytes; people read a line. */
  private static final int MOST_WORD = 200;

  public Told {
    name = cut(name);
    feed = cut(feed.strip());
    mapping = mapping.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A file of which only the name is known. */
  public static Told named(String name) {
    return new Told(name, "", Optional.empty(), Optional.empty());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_WORD));
  }

  /** For a stream whose size is not known. */
  public Arrival arrival(MemberId reporter) {
    return new Arrival(reporter, name, feed, marking, mapping);
  }

  /** For bytes whose digest and size are known before. */
  public Upload upload(MemberId reporter, Digest digest, long size) {
    return new Upload(reporter, digest, size, name, feed, marking, mapping);
  }
}

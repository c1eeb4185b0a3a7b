package tenbin.spine.statistics;

import java.time.LocalDate;
import java.util.Optional;
import tenbin.balance.Disclosure;

/**
 * One published number.
 *
 * @param day whole, in UTC, by the time of what was seen
 * @param type RSIT type, {@link #OTHER_CLASSES} or {@link #ALL_CLASSES}
 * @param sector a word of the list of sectors, {@link #NO_SECTOR}, {@link #OTHER_SECTORS}; "" for
 *     all sectors
 * @param asn the one network that it counts, 0 for all
 * @param rows how many, each once for every member that reported it
 */
public record Figure(LocalDate day, String type, String sector, long asn, long rows) {
  /** The classes that are not told alone, together. */
  public static final String OTHER_CLASSES = "other-classes";

  /** No class is told alone. */
  public static final String ALL_CLASSES = "all-classes";

  /** Networks of which nobody said what they are for. */
  public static final String NO_SECTOR = "not-known";

  /** The sectors that are not told alone, together. */
  public static final String OTHER_SECTORS = "other-sectors";

  /** The fact's name for a number of all networks, and for one of a single network. */
  static final String OF_ALL = "count";

  static final String OF_NETWORK = "count.network";

  private static final int WORDS = 5;
  private static final String EVERY = "*";

  /** The name of the fact that tells it: policy files can allow the one and not the other. */
  String fact() {
    return asn == 0 ? OF_ALL : OF_NETWORK;
  }

  /** On one line, words with a space between. */
  String text() {
    String of = sector.isEmpty() ? EVERY : sector;
    return day + " " + type + " " + of + " " + asn + " " + rows;
  }

  /** What it is of, without the number. */
  String name() {
    String text = text();
    return text.substring(0, text.lastIndexOf(' '));
  }

  /** The number that a Disclosure tells; empty when it tells none. */
  public static Optional<Figure> of(Disclosure told) {
    return parse(told.fact(OF_ALL).isEmpty() ? told.fact(OF_NETWORK) : told.fact(OF_ALL));
  }

  static Optional<Figure> parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != WORDS) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            LocalDate.parse(words[0]),
            words[1],
            words[2].equals(EVERY) ? "" : words[2],
            Long.parseLong(words[3]),
            Long.parseLong(words[4])));
  }
}

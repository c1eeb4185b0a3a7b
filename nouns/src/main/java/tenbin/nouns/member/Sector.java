package tenbin.nouns.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a network or an organisation is for, of a closed list: {@code sectors.tsv} beside this class
 * names its sources.
 *
 * @param word as files and programs write it: "finance"; "" where it is not known
 * @param english for people
 * @param japanese for people
 * @param japan the sector of Japan's action plan for critical infrastructure, "" where it has none
 * @param europe annex and point of Directive (EU) 2022/2555, empty where it has none
 */
public record Sector(
    String word, String english, String japanese, String japan, List<String> europe)
    implements Comparable<Sector> {
  /** Nobody said. */
  public static final Sector UNKNOWN = new Sector("", "", "", "", List.of());

  private static final String NONE = "-";
  private static final int COLUMNS = 5;
  private static final List<Sector> ALL = read();

  public Sector {
    europe = List.copyOf(europe);
  }

  /** The whole list, in its own order; without {@link #UNKNOWN}. */
  public static List<Sector> all() {
    return ALL;
  }

  public static Optional<Sector> tryParse(String word) {
    return ALL.stream().filter(each -> each.word.equals(word)).findFirst();
  }

  public boolean isKnown() {
    return !word.isEmpty();
  }

  /** For people of a language; "" where it is not known. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("ja") ? japanese : english;
  }

  private static List<Sector> read() {
    try (InputStream file = Sector.class.getResourceAsStream("sectors.tsv")) {
      if (file == null) {
        throw new IllegalStateException("sectors.tsv is missing");
      }
      return new BufferedReader(new InputStreamReader(file, UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Sector::line)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Sector line(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("sectors.tsv: not " + COLUMNS + " columns: " + line);
    }
    return new Sector(
        columns[0],
        columns[1],
        columns[2],
        columns[3].equals(NONE) ? "" : columns[3],
        columns[4].equals(NONE) ? List.of() : List.of(columns[4].split(",")));
  }

  @Override
  public int compareTo(Sector other) {
    return word.compareTo(other.word);
  }

  @Override
  public String toString() {
    return word;
  }
}

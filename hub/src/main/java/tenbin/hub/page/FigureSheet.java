package tenbin.hub.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.spine.deliver.Deliveries.Tally;
import tenbin.spine.statistics.Figure;
import tenbin.spine.statistics.StatisticsBook;
import tenbin.spine.statistics.StoredStatistics;

/**
 * The published numbers of a choice: what page, file and API all show.
 *
 * @param choice what was asked for
 * @param shown what the ledger is told of
 * @param figures its numbers, newest day first
 * @param days published for the reader, whether or not with numbers that fit
 */
public record FigureSheet(
    Choice choice, List<Disclosure> shown, List<Figure> figures, List<LocalDate> days) {
  private static final int USUAL_DAYS = 14;

  /**
   * What a reader chose.
   *
   * @param days first and last
   * @param type a class, empty for all
   * @param sector a word, empty for all
   */
  public record Choice(StatisticsBook.Days days, String type, String sector) {
    /** From what a form or an address says; empty when that is no choice. */
    public static Optional<Choice> of(
        String from, String to, String type, String sector, Instant now) {
      LocalDate last =
          LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(StoredStatistics.LAG_DAYS);
      try {
        LocalDate end = to.isEmpty() ? last : LocalDate.parse(to);
        LocalDate begin = from.isEmpty() ? end.minusDays(USUAL_DAYS - 1) : LocalDate.parse(from);
        return Optional.of(new Choice(new StatisticsBook.Days(begin, end), type, sector));
      } catch (DateTimeException | IllegalArgumentException wrong) {
        return Optional.empty();
      }
    }

    private boolean fits(Figure figure) {
      return (type.isEmpty() || type.equals(figure.type()))
          && (sector.isEmpty() || sector.equals(figure.sector()));
    }
  }

  /** What a reader may have of a choice. */
  public static FigureSheet of(StatisticsBook book, Plan viewer, Choice choice) {
    List<Disclosure> shown = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Disclosure told : book.told(viewer, choice.days)) {
      Figure.of(told)
          .filter(choice::fits)
          .ifPresent(figure -> {
            shown.add(told);
            figures.add(figure);
          });
    }
    figures.sort(
        Comparator.comparing(Figure::day)
            .reversed()
            .thenComparing(Figure::type)
            .thenComparing(Figure::sector)
            .thenComparingLong(Figure::asn));
    return new FigureSheet(
        choice, List.copyOf(shown), List.copyOf(figures), book.published(viewer, choice.days));
  }

  /** For a picture: by day and class, of all networks; of a sector where one was chosen. */
  List<Tally> tallies() {
    return figures.stream()
        .filter(figure -> figure.asn() == 0 && figure.sector().equals(choice.sector))
        .map(figure ->
            new Tally(
                figure.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                figure.type(),
                figure.rows()))
        .toList();
  }

  /** The same lines as CSV (RFC 4180): words of programs, a network without letters before it. */
  public byte[] csv() {
    StringBuilder out = new StringBuilder("day,class,sector,network,rows\r\n");
    for (Figure each : figures) {
      out.append(each.day())
          .append(',')
          .append(each.type())
          .append(',')
          .append(each.sector())
          .append(',')
          .append(each.asn() == 0 ? "" : Long.toString(each.asn()))
          .append(',')
          .append(each.rows())
          .append("\r\n");
    }
    return out.toString().getBytes(UTF_8);
  }
}

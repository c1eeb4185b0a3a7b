package tenbin.hub.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.web.exit.WarningTable;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** The list of one's cases as a table: what it sorts by, what is found in it, how it leaves. */
public final class CaseTable {
  /** Its name beside the formats of the field. */
  static final String FORMAT = "screen";

  private static final String HEAD =
      "type,identifier,family,due,answer,seen_by,first_sighting,last_sighting\r\n";

  private CaseTable() {}

  /**
   * A line of it.
   *
   * @param seen what was released
   * @param view the same for a page
   */
  public record Line(Disclosure seen, CaseView view) {
    static List<Line> of(List<Disclosure> cases, Instant now) {
      return cases.stream().map(each -> new Line(each, CaseView.of(each, now))).toList();
    }
  }

  /**
   * What it sorts by and what is found in it: what its lines show.
   *
   * @param words how a page says "rsit.malware" or "answer.silent"; the same word for programs
   */
  static Columns<Line> columns(UnaryOperator<String> words) {
    return new Columns<Line>(line -> texts(line.view, words))
        .by("what", line -> what(line.view, words))
        .by("due", line -> line.view.due().toInstant())
        .by("answer", line -> words.apply("answer." + line.view.answer()))
        .by("seen-by", line -> line.view.seenBy())
        .by("from", line -> line.view.from());
  }

  private static List<String> texts(CaseView view, UnaryOperator<String> words) {
    return List.of(
        what(view, words),
        view.identifier(),
        words.apply("answer." + view.answer()),
        view.seenBy().isEmpty() ? "" : words.apply("seen-by." + view.seenBy()));
  }

  private static String what(CaseView view, UnaryOperator<String> words) {
    String type = view.type().isEmpty() ? "" : words.apply("rsit." + view.type()) + " ";
    return type + (view.family().isEmpty() ? view.identifier() : view.family());
  }

  /** As a program asks for it; nothing when there is no such column. */
  public static Optional<List<Disclosure>> chosen(
      List<Disclosure> cases, String order, String filter, Instant now) {
    UnaryOperator<String> words = key -> key.substring(key.indexOf('.') + 1);
    return Tables.chosen(Line.of(cases, now), columns(words), order, filter)
        .map(lines -> lines.stream().map(Line::seen).toList());
  }

  /** As CSV (RFC 4180) that no spreadsheet takes for a formula, times in UTC. */
  static byte[] csv(List<Line> lines) {
    StringBuilder out = new StringBuilder(HEAD);
    for (Line line : lines) {
      CaseView view = line.view;
      out.append(
              Stream.of(
                      view.type(),
                      view.identifier(),
                      view.family(),
                      view.due().toInstant().toString(),
                      view.answer(),
                      view.seenBy(),
                      view.from().toString(),
                      view.to().toString())
                  .map(WarningTable::cell)
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return out.toString().getBytes(UTF_8);
  }
}

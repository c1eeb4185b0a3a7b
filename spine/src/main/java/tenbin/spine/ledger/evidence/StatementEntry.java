package tenbin.spine.ledger.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a statement, read out of its text.
 *
 * @param at when it left, or when something became of it
 * @param recipient to whom
 * @param purpose its code
 * @param outlet through what, in small letters
 * @param rows how many
 * @param fields what, each with its level
 * @param bases on which grounds
 * @param obligations that the recipient took on
 * @param reports which of the party's own reports
 * @param sequel what became of what had left before; empty for something that left
 */
public record StatementEntry(
    Instant at,
    String recipient,
    String purpose,
    String outlet,
    long rows,
    List<String> fields,
    List<String> bases,
    List<String> obligations,
    List<String> reports,
    Optional<Sequel> sequel) {
  /**
   * What became of deliveries.
   *
   * @param word "recalled", "annotated", "stays", "deleted", "stopped", "overdue"
   * @param basis the ground that ended
   * @param deliveries how many
   * @param first when the first of them left
   * @param last when the last one did
   * @param until by when their recipient has to answer, "" where it has not
   * @param restsOn what they rest on now
   */
  public record Sequel(
      String word,
      String basis,
      long deliveries,
      String first,
      String last,
      String until,
      List<String> restsOn) {
    public Sequel {
      restsOn = List.copyOf(restsOn);
    }
  }

  public StatementEntry {
    fields = List.copyOf(fields);
    bases = List.copyOf(bases);
    obligations = List.copyOf(obligations);
    reports = List.copyOf(reports);
  }

  /** The entries of a statement, in its order. */
  public static List<StatementEntry> of(Evidence.Statement statement) {
    return statement.leaves().stream().map(StatementEntry::of).toList();
  }

  private static StatementEntry of(String leaf) {
    LineText line = new LineText(leaf);
    return new StatementEntry(
        Instant.parse(line.one("at")),
        line.one("recipient"),
        line.one("purpose"),
        line.one("outlet").toLowerCase(java.util.Locale.ROOT),
        line.number("rows"),
        line.all("fields"),
        line.all("bases"),
        line.all("obligations"),
        line.all("reports"),
        sequel(line));
  }

  private static Optional<Sequel> sequel(LineText line) {
    return line.one("became").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sequel(
                line.one("became"),
                line.one("ended"),
                line.number("deliveries"),
                line.one("first"),
                line.one("last"),
                line.one("until"),
                line.all("rests-on")));
  }
}

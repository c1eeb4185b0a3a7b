package tenbin.wire.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Breaks separated values along their own lines: a cell, a column, a row, the header. */
final class TableChange implements Change {
  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
  private static final int MOST_COLUMNS = 3_000;
  private static final int MOST_ROWS = 500;

  @Override
  public Optional<String> change(String text, RandomGenerator random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    Optional<String> separator =
        SEPARATORS.stream().filter(each -> lines.getFirst().contains(each)).findFirst();
    if (separator.isEmpty() || lines.size() < 2) {
      return Optional.empty();
    }
    if (random.nextInt(4) == 0) {
      changeRows(lines, random);
    } else {
      int row = random.nextInt(3) == 0 ? 0 : random.nextInt(lines.size());
      lines.set(row, row(lines.get(row), separator.get(), random));
    }
    return Optional.of(String.join("\n", lines));
  }

  private static void changeRows(List<String> lines, RandomGenerator random) {
    int row = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.addAll(Collections.nCopies(random.nextInt(MOST_ROWS), lines.get(row)));
      case 1 -> lines.add(row, lines.getFirst());
      case 2 -> lines.set(row, lines.get(row) + "\r");
      case 3 -> lines.add(row, "");
      default -> Collections.swap(lines, row, 0);
    }
  }

  private static String row(String line, String separator, RandomGenerator random) {
    List<String> cells =
        new ArrayList<>(List.of(line.split(java.util.regex.Pattern.quote(separator), -1)));
    int at = random.nextInt(cells.size());
    String cell = cells.get(at);
    switch (random.nextInt(10)) {
      case 0 -> cells.set(at, "\"" + cell + "\"");
      case 1 -> cells.set(at, "\"" + cell);
      case 2 -> cells.set(at, "\"" + cell + "\n" + cell + "\"\"\"");
      case 3 -> cells.remove(at);
      case 4 -> cells.add(at, cells.get(random.nextInt(cells.size())));
      case 5 -> cells.addAll(Collections.nCopies(random.nextInt(MOST_COLUMNS), cell));
      case 6 -> cells.set(at, Odd.value(random));
      case 7 -> cells.set(at, "\"" + Odd.value(random) + "\"");
      case 8 -> Collections.swap(cells, at, random.nextInt(cells.size()));
      default -> {
        return String.join(Odd.one(SEPARATORS, random), cells);
      }
    }
    return String.join(separator, cells);
  }
}

package tenbin.web.table;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import tenbin.web.signin.Visitor;

/** Tables as their readers want them: by the address, else as they were left. Any thread. */
public final class Tables {
  private final Habits habits;

  public Tables(Habits habits) {
    this.habits = habits;
  }

  /**
   * A page of a table.
   *
   * @param path of the page, which names the table too
   */
  public <T> Table<T> of(
      HttpServletRequest request, Visitor visitor, String path, List<T> all, Columns<T> columns) {
    return Table.of(path, choice(request, visitor, path, columns), all, columns);
  }

  /** As a program asks for a table, whole; nothing when no column has that name. */
  public static <T> Optional<List<T>> chosen(
      List<T> all, Columns<T> columns, String order, String filter) {
    TableChoice choice = new TableChoice(order, filter, 0);
    return order.isEmpty() || columns.knows(choice.column())
        ? Optional.of(columns.chosen(all, choice))
        : Optional.empty();
  }

  private TableChoice choice(
      HttpServletRequest request, Visitor visitor, String path, Columns<?> columns) {
    Optional<String> order = Optional.ofNullable(request.getParameter("order"));
    Optional<String> filter = Optional.ofNullable(request.getParameter("filter"));
    String what = "table:" + path;
    if (order.isEmpty() && filter.isEmpty()) {
      TableChoice left =
          habits.of(visitor.actor(), what).map(TableChoice::of).orElse(TableChoice.of(""));
      return new TableChoice(left.order(), left.filter(), page(request));
    }
    TableChoice asked = new TableChoice(order.orElse(""), filter.orElse(""), page(request));
    String known = columns.knows(asked.column()) ? asked.order() : "";
    TableChoice choice = new TableChoice(known, asked.filter(), asked.page());
    if (habits.of(visitor.actor(), what).filter(choice.kept()::equals).isEmpty()) {
      habits.keep(visitor.actor(), what, choice.kept());
    }
    return choice;
  }

  private static int page(HttpServletRequest request) {
    String text = Optional.ofNullable(request.getParameter("page")).orElse("");
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }
}

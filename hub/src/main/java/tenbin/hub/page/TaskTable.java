package tenbin.hub.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tenbin.spine.asking.AskTask;
import tenbin.web.exit.WarningTable;

/** A member's questions as a table (CSV, RFC 4180). */
final class TaskTable {
  private static final String HEADER =
      "task,incident,kind,day,asked,gate,purpose,recipients,opened,due,state";

  private final StringBuilder text = new StringBuilder(HEADER).append("\r\n");

  void add(TasksPage.Row row) {
    String recipients = WarningTable.cell(row.task().matter().recipients());
    line(
        row.task(),
        row.incident().toString(),
        WarningTable.cell(row.kind()),
        row.day(),
        recipients);
  }

  void add(RowTasks.Row row) {
    line(row.task(), "rows", "", "", row.task().matter().recipients());
  }

  private void line(AskTask task, String incident, String kind, String day, String recipients) {
    AskTask.Matter matter = task.matter();
    text.append(
            String.join(
                ",",
                List.of(
                    task.id().toString(),
                    incident,
                    kind,
                    day,
                    matter.whom().word(),
                    matter.gate().name(),
                    matter.purpose().code(),
                    recipients,
                    text(task.openedAt()),
                    text(task.dueAt()),
                    task.state().word())))
        .append("\r\n");
  }

  private static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}

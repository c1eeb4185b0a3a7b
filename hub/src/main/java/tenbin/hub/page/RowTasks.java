package tenbin.hub.page;

import java.util.List;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.signin.Visitor;

/** What a member was asked about all of its rows, for its page of tasks and the table of it. */
final class RowTasks {
  private final AskBook tasks;
  private final Answering answering;
  private final Weighbridge scales;

  RowTasks(AskBook tasks, Answering answering, Weighbridge scales) {
    this.tasks = tasks;
    this.answering = answering;
    this.scales = scales;
  }

  /**
   * A question about all of the member's rows.
   *
   * @param tips how many rows a yes would let go now, none once it is decided; not to how many
   *     members, some of whom the holder may not know
   * @param said whether this visitor said something to it already
   * @param otherwise whether the first yes came by a link
   */
  public record Row(AskTask task, long tips, boolean said, boolean otherwise) {
    public boolean open() {
      return task.state() == AskTask.State.OPEN;
    }

    public String state() {
      return task.state().word();
    }

    public String purpose() {
      return task.matter().purpose().code();
    }
  }

  /** Those of a visitor's member, the newest first. */
  List<Row> of(Visitor visitor) {
    return tasks.of(visitor.member().party()).stream()
        .filter(task -> task.matter().report().isEmpty())
        .map(task ->
            new Row(
                task,
                tips(visitor, task),
                task.hasWordOf(visitor.actor()),
                task.isAgreedOtherwise(visitor.actor())))
        .toList();
  }

  private long tips(Visitor visitor, AskTask task) {
    return task.state() == AskTask.State.OPEN
        ? scales
            .tippedBy(answering.release(task).basis("asked"), visitor.member(), List.of())
            .rows()
        : 0;
  }
}

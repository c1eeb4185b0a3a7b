package tenbin.spine.collect.mailbox;

/** Who is told of filed answers: casework. */
@FunctionalInterface
public interface AnswerListener {
  /** An answer is filed. After a crash the same one may be told again: it has the same mail. */
  void answered(Answer answer);
}

package tenbin.spine.newcomer.proof;

import java.util.List;

/** What looking for a mark came to. */
public sealed interface Finding {
  /**
   * It is there.
   *
   * @param evidence what was seen where, for the record
   */
  record Found(String evidence) implements Finding {}

  /**
   * It is not there.
   *
   * @param where it was looked for in vain
   */
  record Missing(List<String> where) implements Finding {
    public Missing {
      where = List.copyOf(where);
    }
  }

  /**
   * Nobody answered, or in a way that says nothing: to be tried again.
   *
   * @param why what happened, for people who keep servers
   */
  record Silent(String why) implements Finding {}

  /** This way cannot tell of a network of this kind. */
  record NotThisWay() implements Finding {}
}

package tenbin.spine.precedent;

/**
 * Where an answer is not the expected one.
 *
 * @param what kind of
 * @param about which field, reason, obligation; "" for the item
 * @param expected as the file says it
 * @param was as it is
 */
public record Difference(What what, String about, String expected, String was) {
  /** What can differ. */
  public enum What {
    REFUSED("the files are refused", "ファイルが拒否された"),
    NOT_REFUSED("the files are not refused", "ファイルが拒否されなかった"),
    EFFECT("the answer", "判定"),
    FIELD("the field", "項目"),
    NO_SUCH_FIELD("no such field", "その項目はない"),
    OBLIGATION("the obligation", "義務"),
    REASON("the reason", "理由"),
    RESTS_ON("what it rests on", "根拠"),
    ASKS("who may be asked", "照会先"),
    TASK("the task", "作業"),
    POINTER("where else to turn", "他の窓口"),
    RETROACTION("by what was recorded later", "後から登録されたことによる"),
    TOLD("the numbers that may be told", "示してよい数"),
    CONSEQUENCE("what follows", "その帰結"),
    SAME("the same answer as without the change", "変更のないときと同じ判定");

    private final String english;
    private final String japanese;

    What(String english, String japanese) {
      this.english = english;
      this.japanese = japanese;
    }
  }

  /** In English. */
  public String english() {
    return sentence(what.english, "expected ", "was ");
  }

  /** In Japanese. */
  public String japanese() {
    return sentence(what.japanese, "期待 ", "実際 ");
  }

  private String sentence(String words, String expectedIs, String wasIs) {
    String of = about.isEmpty() ? words : words + " " + about;
    return of + ": " + expectedIs + expected + ", " + wasIs + was;
  }
}

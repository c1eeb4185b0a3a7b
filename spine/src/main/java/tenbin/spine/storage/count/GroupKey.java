package tenbin.spine.storage.count;

/**
 * One number for the holder and the marking of rows, which the balance decides alike: as questions
 * and the database's statistics (V29) write it.
 */
public final class GroupKey {
  /** Room for markings beside a holder. */
  private static final int MARKINGS = 8;

  private GroupKey() {}

  public static int of(int holder, int marking) {
    return holder * MARKINGS + marking;
  }

  public static int holder(int key) {
    return key / MARKINGS;
  }

  public static int marking(int key) {
    return key % MARKINGS;
  }

  /**
   * The same in SQL; a question is planned by statistics only where it says it letter by letter.
   *
   * @param table what stands before the columns: "o.", or nothing
   */
  public static String sql(String table) {
    return "(" + table + "holder * " + MARKINGS + " + " + table + "marking)";
  }
}

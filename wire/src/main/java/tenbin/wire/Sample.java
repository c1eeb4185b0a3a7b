package tenbin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What one may look at before choosing a reader: a report's name and its first bytes. */
public final class Sample {
  /** How much of a report is looked at, at most. */
  public static final int MOST_BYTES = 64 * 1024;

  private final String name;
  private final byte[] head;
  private final boolean whole;

  /**
   * A look at a report.
   *
   * @param name file name, empty when it has none
   * @param head the first bytes; copied
   * @param whole whether the head is all there is
   */
  public Sample(String name, byte[] head, boolean whole) {
    this.name = name;
    this.head = Arrays.copyOf(head, Math.min(head.length, MOST_BYTES));
    this.whole = whole && head.length <= MOST_BYTES;
  }

  public String name() {
    return name;
  }

  public boolean whole() {
    return whole;
  }

  public int size() {
    return head.length;
  }

  /** The byte at a position, 0 to 255. */
  public int at(int position) {
    return head[position] & 0xff;
  }

  /** The head as text, bytes that are not UTF-8 replaced. */
  public String text() {
    return new String(head, UTF_8);
  }
}

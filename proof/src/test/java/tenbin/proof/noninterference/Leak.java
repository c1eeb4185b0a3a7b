package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A byte in which two worlds differ to somebody for whom they are the same.
 *
 * @param probe where it shows
 * @param at of its bytes, the first one that differs
 * @param first the bytes around it
 * @param second likewise
 */
record Leak(String probe, int at, String first, String second) {
  private static final int AROUND = 90;

  /** Every probe at which the two sides differ. */
  static List<Leak> between(List<Shot> first, List<Shot> second) {
    List<Leak> leaks = new ArrayList<>();
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      if (!first.get(i).equals(second.get(i))) {
        leaks.add(of(first.get(i), second.get(i)));
      }
    }
    if (first.size() != second.size()) {
      leaks.add(
          new Leak(
              "how many answers there are",
              0,
              Integer.toString(first.size()),
              Integer.toString(second.size())));
    }
    return leaks;
  }

  /** Whether the report tells the bytes by which the two differ. */
  boolean isShown() {
    return !first.equals(second);
  }

  private static Leak of(Shot first, Shot second) {
    if (!first.probe().equals(second.probe())) {
      return new Leak("which probes there are", 0, first.probe(), second.probe());
    }
    int at = 0;
    int most = Math.min(first.bytes().length(), second.bytes().length());
    while (at < most && first.bytes().charAt(at) == second.bytes().charAt(at)) {
      at++;
    }
    return new Leak(first.probe(), at, around(first.bytes(), at), around(second.bytes(), at));
  }

  private static String around(String bytes, int at) {
    String before = bytes.substring(Math.max(0, at - AROUND), at);
    String after = bytes.substring(at, Math.min(bytes.length(), at + AROUND));
    String text = new String((before + ">>>" + after).getBytes(ISO_8859_1), UTF_8);
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return probe + ", byte " + at + "\n    first:  " + first + "\n    second: " + second;
  }
}

package tenbin.proof.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A person's way through the pages; each answer is timed and looked at. One thread. */
final class Walk {
  /** The page whose number must be the one of all rows. */
  static final String ALL_ROWS = "/network?range=30d";

  private static final String ROW = "/network/{id}";
  private static final String CASE = "/cases/{id}";
  private static final Pattern ROW_LINK = Pattern.compile("href=\"(/network/[0-9a-f-]{36})\"");
  private static final Pattern CASE_LINK = Pattern.compile("href=\"(/cases/[^\"?#/]+)\"");

  /** What people open; the more often, the more often it stands here. */
  private static final List<String> PAGES =
      List.of(
          "/today",
          "/today",
          ALL_ROWS,
          "/network",
          "/network?range=1d",
          "/network?range=30d&type=infected-system&page=3",
          "/network?order=-about",
          "/network/space?range=30d",
          ROW,
          ROW,
          "/cases",
          CASE,
          "/circle",
          "/incidents",
          "/balance",
          "/grounds",
          "/statistics",
          "/reports",
          "/channels",
          "/receipts",
          "/tokens",
          "/contacts",
          "/recalls");

  private final PageTimes times;
  private final Map<String, Long> expected;
  private final SplittableRandom random;

  Walk(PageTimes times, Map<String, Long> expected, long seed) {
    this.times = times;
    this.expected = Map.copyOf(expected);
    this.random = new SplittableRandom(seed);
  }

  /** What somebody does between two pages. */
  @FunctionalInterface
  interface Pause {
    void take() throws InterruptedException;
  }

  /** Every page once. */
  void once(Person person) {
    PAGES.stream().distinct().forEach(page -> open(person, page));
  }

  /** Pages by chance until a moment of {@link System#nanoTime}. */
  void until(Person person, long end, Pause pause) {
    try {
      while (System.nanoTime() < end) {
        pause.take();
        open(person, PAGES.get(random.nextInt(PAGES.size())));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(Person person, String page) {
    try {
      Optional<String> address = address(person, page);
      if (address.isPresent()) {
        look(person, page, person.get(address.get()));
      }
    } catch (IOException failed) {
      times.wrong(page, failed.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A row or a case is opened from its list, as people do. */
  private Optional<String> address(Person person, String page)
      throws IOException, InterruptedException {
    return switch (page) {
      case ROW -> link(person, "/network", ROW_LINK);
      case CASE -> link(person, "/cases", CASE_LINK);
      default -> Optional.of(page);
    };
  }

  private Optional<String> link(Person person, String list, Pattern pattern)
      throws IOException, InterruptedException {
    Person.Answer answer = person.get(list);
    look(person, list, answer);
    List<String> found =
        pattern.matcher(answer.body()).results().map(each -> each.group(1)).distinct().toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(random.nextInt(found.size())));
  }

  private void look(Person person, String page, Person.Answer answer) {
    times.took(page, answer.nanos());
    if (answer.status() != 200) {
      times.wrong(page, "status " + answer.status());
    } else if (!answer.body().stripTrailing().endsWith("</html>")) {
      times.wrong(page, "no whole page");
    } else if (page.equals(ALL_ROWS)) {
      long right = expected.getOrDefault(person.member(), 0L);
      long told = answer.total().orElse(-1L);
      if (told != right) {
        times.wrong(page, person.member() + " sees " + told + " rows and has " + right);
      }
    }
  }
}

package tenbin.proof.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, page by page, and what was wrong with them. Any thread. */
final class PageTimes {
  /** Enough to see what is wrong. */
  private static final int MOST_FAULTS = 20;

  private final Map<String, List<Long>> nanos = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long wrong;

  synchronized void took(String page, long time) {
    nanos.computeIfAbsent(page, none -> new ArrayList<>()).add(time);
  }

  synchronized void wrong(String page, String why) {
    wrong++;
    if (faults.size() < MOST_FAULTS) {
      faults.add(page + ": " + why);
    }
  }

  synchronized long wrong() {
    return wrong;
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized long answers() {
    return nanos.values().stream().mapToLong(List::size).sum();
  }

  /** The time that so many of a hundred answers of a page did not exceed, in milliseconds. */
  private static double at(List<Long> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return Math.round(sorted.get(Math.max(0, index)) / 1e5) / 10.0;
  }

  /** Page by page: answers, half, 95, 99 of a hundred, the slowest, in milliseconds. */
  synchronized Map<String, Map<String, Object>> byPage() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    nanos.forEach((page, times) -> {
      List<Long> sorted = new ArrayList<>(times);
      Collections.sort(sorted);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("answers", sorted.size());
      one.put("p50", at(sorted, 0.5));
      one.put("p95", at(sorted, 0.95));
      one.put("p99", at(sorted, 0.99));
      one.put("most", at(sorted, 1));
      all.put(page, one);
    });
    return all;
  }

  /** The page that is slowest in 95 of a hundred. */
  double worst() {
    return byPage().values().stream()
        .mapToDouble(each -> (Double) each.getOrDefault("p95", 0.0))
        .max()
        .orElse(0);
  }
}

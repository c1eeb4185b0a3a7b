package tenbin.spine.deliver.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.balance.Disclosure;
import tenbin.balance.ground.Obligation;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.time.Moment;

/**
 * What a digest says of its rows: counts by network and class, first and last. Made of disclosures
 * alone.
 */
final class Summary {
  /** What fits a screen or two; a member with more networks has the attachment and its page. */
  private static final int MOST_NETWORKS = 40;

  private static final int MOST_CLASSES = 20;
  private static final int MOST_NAME = 80;

  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private final Set<Obligation> obligations = new TreeSet<>();
  private long rows;
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();

  static Summary of(Iterator<Disclosure> rows) {
    Summary summary = new Summary();
    rows.forEachRemaining(summary::add);
    return summary;
  }

  private void add(Disclosure row) {
    rows++;
    obligations.addAll(row.terms().obligations());
    counts.computeIfAbsent(network(row), name -> new TreeMap<>()).merge(kind(row), 1L, Long::sum);
    Optional<Instant> time = row.time().map(Moment::instant);
    first = earlier(first, time, Comparator.naturalOrder());
    last = earlier(last, time, Comparator.reverseOrder());
  }

  private static Optional<Instant> earlier(
      Optional<Instant> one, Optional<Instant> other, Comparator<Instant> order) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return order.compare(one.get(), other.get()) <= 0 ? one : other;
  }

  /** The recipient's own claim or origin by which the row is its; "-" when that is not shown. */
  private static String network(Disclosure row) {
    return row.attribution().map(Attribution::evidence).map(Summary::network).orElse("-");
  }

  private static String network(Evidence evidence) {
    return switch (evidence) {
      case Evidence.ByClaim claim -> clean(claim.claim().network().toString());
      case Evidence.ByOrigin origin -> "AS" + origin.origin();
      case Evidence.ByRegistry registry -> registry.prefix().toString();
      case Evidence.None none -> "-";
    };
  }

  private static String kind(Disclosure row) {
    return row.kind().map(Summary::kind).orElse("-");
  }

  private static String kind(Kind kind) {
    String name = kind.family().isEmpty() ? kind.identifier() : kind.family();
    return kind.rsit().type() + (name.isEmpty() ? "" : " (" + clean(name) + ")");
  }

  /** A report's word must not end its line and begin another that looks like ours. */
  private static String clean(String text) {
    String plain = text.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]", "?");
    return plain.length() > MOST_NAME ? plain.substring(0, MOST_NAME) : plain;
  }

  long rows() {
    return rows;
  }

  Optional<Instant> first() {
    return first;
  }

  Optional<Instant> last() {
    return last;
  }

  Set<Obligation> obligations() {
    return obligations;
  }

  /** Networks with the most rows first, each with its classes, the most frequent first. */
  Map<String, Map<String, Long>> byNetwork() {
    Map<String, Map<String, Long>> shown = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Comparator.comparingLong(each -> -total(each.getValue())))
        .limit(MOST_NETWORKS)
        .forEach(each -> shown.put(each.getKey(), most(each.getValue())));
    return shown;
  }

  /** Networks that {@link #byNetwork} leaves out. */
  int networksNotShown() {
    return Math.max(0, counts.size() - MOST_NETWORKS);
  }

  static long total(Map<String, Long> classes) {
    return classes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> most(Map<String, Long> classes) {
    Map<String, Long> shown = new LinkedHashMap<>();
    List<Map.Entry<String, Long>> ordered =
        classes.entrySet().stream()
            .sorted(Comparator.comparingLong(each -> -each.getValue()))
            .toList();
    ordered.stream().limit(MOST_CLASSES).forEach(each -> shown.put(each.getKey(), each.getValue()));
    long rest = ordered.stream().skip(MOST_CLASSES).mapToLong(Map.Entry::getValue).sum();
    if (rest > 0) {
      shown.put("...", rest);
    }
    return shown;
  }
}

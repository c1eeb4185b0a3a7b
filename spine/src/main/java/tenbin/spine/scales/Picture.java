package tenbin.spine.scales;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.balance.Reason;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/**
 * What lies on the two pans: rows that go, rows that stay, by purpose, recipient and reason.
 *
 * @param pans no two of them equal in all but their number
 */
public record Picture(List<Pan> pans) {
  /**
   * Rows decided alike.
   *
   * @param purpose what for
   * @param recipient who would have them; empty where nobody in the circle is responsible
   * @param withheld why they stay; empty when they go
   * @param rows how many
   */
  public record Pan(
      Purpose purpose, Optional<MemberId> recipient, Optional<Reason> withheld, long rows) {
    public boolean goes() {
      return withheld.isEmpty();
    }
  }

  private record Key(Purpose purpose, Optional<MemberId> recipient, Optional<Reason> withheld) {}

  static Picture summed(List<Pan> pans) {
    Map<Key, Long> sums = new LinkedHashMap<>();
    for (Pan pan : pans) {
      sums.merge(new Key(pan.purpose, pan.recipient, pan.withheld), pan.rows, Long::sum);
    }
    List<Pan> all = new ArrayList<>();
    sums.forEach((key, rows) -> all.add(new Pan(key.purpose, key.recipient, key.withheld, rows)));
    all.sort(
        Comparator.comparing(Pan::purpose)
            .thenComparing(pan -> !pan.goes())
            .thenComparing(Comparator.comparingLong(Pan::rows).reversed())
            .thenComparing(pan -> pan.recipient().map(MemberId::text).orElse("")));
    return new Picture(all);
  }

  public Picture {
    pans = List.copyOf(pans);
  }

  /** Rows that go for a purpose. */
  public long released(Purpose purpose) {
    return pans.stream()
        .filter(pan -> pan.purpose == purpose && pan.goes())
        .mapToLong(Pan::rows)
        .sum();
  }

  /** Rows that stay for a purpose, by reason. */
  public Map<Reason, Long> withheld(Purpose purpose) {
    Map<Reason, Long> all = new EnumMap<>(Reason.class);
    for (Pan pan : pans) {
      if (pan.purpose == purpose) {
        pan.withheld.ifPresent(reason -> all.merge(reason, pan.rows, Long::sum));
      }
    }
    return all;
  }

  /** Rows that go for a purpose, by recipient. */
  public NavigableMap<MemberId, Long> releasedTo(Purpose purpose) {
    NavigableMap<MemberId, Long> all = new TreeMap<>();
    for (Pan pan : pans) {
      if (pan.purpose == purpose && pan.goes()) {
        pan.recipient.ifPresent(recipient -> all.merge(recipient, pan.rows, Long::sum));
      }
    }
    return all;
  }

  /** The purposes that it speaks of, in order. */
  public List<Purpose> purposes() {
    return pans.stream().map(Pan::purpose).distinct().sorted().toList();
  }
}

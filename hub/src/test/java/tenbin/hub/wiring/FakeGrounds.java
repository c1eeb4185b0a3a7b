package tenbin.hub.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Policy;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.FilesState;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.Laid;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.scales.Backlog;
import tenbin.spine.scales.BacklogWeighbridge;
import tenbin.spine.scales.Weighbridge;

/** The book of grounds in memory, beside the fake circle. */
final class FakeGrounds implements GroundBook {
  static final String CLAUSE = "clause/to-everybody-responsible";

  private static final String CLAUSES =
      """
      policy: Clauses of the fake circle
      bases:
        - id: clause/to-everybody-responsible
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          obligations: [no-onward]
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: <b>binder</b>
      """;

  private static final Backlog NO_ROWS = new Backlog(List.of());

  private final List<Entry> lines = new ArrayList<>();

  /** Three rows of one member about another one's network. */
  Weighbridge scales() {
    Attribution attribution =
        new Attribution(new Responsible.OfMember(Fake.B), new Evidence.None("counted"));
    Backlog backlog = new Backlog(List.of(new Backlog.Group(attribution, Fake.A, Tlp.AMBER, 3)));
    return new BacklogWeighbridge(
        (holder, within) ->
            holder.filter(each -> !each.equals(Fake.A)).isEmpty() ? backlog : NO_ROWS,
        () -> new Policy(Fake.circle(), inForce()),
        Fake.CLOCK);
  }

  @Override
  public synchronized List<Entry> record(
      Entry.By by, List<Deed> deeds, Instant from, String evidence) {
    for (Deed deed : deeds) {
      lines.add(new Entry(lines.size() + 1L, Fake.NOW, from, by, deed, evidence));
    }
    return List.copyOf(lines.subList(lines.size() - deeds.size(), lines.size()));
  }

  @Override
  public synchronized Policy tried(Entry.By by, List<Deed> deeds, Instant from, String evidence) {
    List<Entry> all = new ArrayList<>(lines);
    deeds.forEach(deed -> all.add(new Entry(all.size() + 1L, Fake.NOW, from, by, deed, evidence)));
    return new Laid(List.of(new PolicySource("clauses.yaml", CLAUSES)), all).under(Fake.circle());
  }

  @Override
  public synchronized List<Entry> history() {
    return List.copyOf(lines);
  }

  @Override
  public PolicySet inForce() {
    return new Laid(List.of(new PolicySource("clauses.yaml", CLAUSES)), history())
        .under(Fake.circle())
        .grounds();
  }

  @Override
  public String title(String id, Locale locale) {
    return id;
  }

  @Override
  public FilesState files() {
    return FilesState.NONE;
  }
}

package tenbin.hub.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tenbin.balance.ground.PolicySet;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.FilesState;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.Laid;
import tenbin.spine.policy.PolicyFile;

/** The book of grounds in memory, beside the fake circle. */
final class FakeGrounds implements GroundBook {
  private final List<Entry> lines = new ArrayList<>();

  @Override
  public synchronized List<Entry> record(
      Entry.By by, List<Deed> deeds, Instant from, String evidence) {
    for (Deed deed : deeds) {
      lines.add(new Entry(lines.size() + 1L, Fake.NOW, from, by, deed, evidence));
    }
    return List.copyOf(lines.subList(lines.size() - deeds.size(), lines.size()));
  }

  @Override
  public synchronized List<Entry> history() {
    return List.copyOf(lines);
  }

  @Override
  public PolicySet inForce() {
    return new Laid(List.of(PolicyFile.demo()), history()).under(Fake.circle()).grounds();
  }

  @Override
  public FilesState files() {
    return FilesState.NONE;
  }
}

package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SmallCircle.MEMBERS;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;

class CursorStoryTest {
  private static final int REPORTS = 30;
  private static final int ROWS = 2_000;

  @TempDir private Path data;

  @Test
  void cursors_neither_miss_nor_repeat_while_reports_come_in()
      throws IOException, UploadRefused, InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<MemberId, Set<Integer>> expected = new HashMap<>();
    try (SpineFixture hub = new SpineFixture(data, "alpha-net,beta-net,gamma-net")) {
      AtomicBoolean ended = new AtomicBoolean();
      Map<MemberId, Set<Integer>> got = new HashMap<>();
      Thread puller = Thread.ofPlatform().start(() -> pullUntil(ended, hub, seed, got));
      for (int report = 0; report < REPORTS; report++) {
        hub.send(GAMMA, Optional.empty(), report(random, report, expected));
      }
      hub.caughtUp();
      ended.set(true);
      puller.join();
      assertThat(got).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** Each row has its own second, by which it is known again. */
  private static String report(Random random, int report, Map<MemberId, Set<Integer>> expected) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      int number = report * ROWS + row;
      int member = random.nextInt(MEMBERS.size());
      expected.computeIfAbsent(MEMBERS.get(member), unseen -> new HashSet<>()).add(number);
      text.append(DAY + number).append(" 10.64.").append(member).append(".7 1000 conficker\n");
    }
    return text.toString();
  }

  private static void pullUntil(
      AtomicBoolean ended, SpineFixture hub, long seed, Map<MemberId, Set<Integer>> got) {
    Random random = new Random(seed + 1);
    Map<MemberId, String> cursors = new HashMap<>();
    boolean last;
    do {
      last = ended.get();
      for (MemberId member : MEMBERS) {
        Batch batch;
        do {
          Optional<String> after = Optional.ofNullable(cursors.get(member));
          batch = hub.pull(member, after, 1 + random.nextInt(700));
          cursors.put(member, batch.cursor());
          Set<Integer> rows = got.computeIfAbsent(member, unseen -> new HashSet<>());
          for (Disclosure row : batch.rows()) {
            int number = (int) (row.time().orElseThrow().epochSecond() - DAY);
            assertThat(rows.add(number)).as("row %d twice, seed %d", number, seed).isTrue();
          }
        } while (batch.more());
      }
    } while (!last);
  }
}

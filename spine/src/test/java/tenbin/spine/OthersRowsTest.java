package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;

/** Nothing that a recipient holds hangs on rows of others. */
class OthersRowsTest {
  private static final String SIGNED = "alpha-net,beta-net";
  private static final String OWN_ROW = DAY + " 10.64.0.7 1000 conficker\n";
  private static final String FOREIGN_ROWS =
      DAY + " 10.64.1.7 1000 conficker\n" + DAY + " 10.64.2.7 1000 conficker\n";

  @TempDir private Path data;

  private SpineFixture hub(String name) throws IOException {
    Path folder = Files.createDirectories(data.resolve(name));
    Files.write(folder.resolve("secret"), new byte[32]);
    return new SpineFixture(folder, SIGNED);
  }

  @Test
  void a_cursor_is_the_same_whatever_rows_of_others_came_before()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture quiet = hub("quiet");
        SpineFixture busy = hub("busy")) {
      busy.read(BETA, FOREIGN_ROWS);
      quiet.read(BETA, OWN_ROW);
      busy.read(BETA, OWN_ROW);
      String cursor = quiet.pull(ALPHA, Optional.empty(), 10).cursor();
      assertThat(busy.pull(ALPHA, Optional.empty(), 10).cursor()).isEqualTo(cursor);
    }
  }

  @Test
  void a_cursor_goes_on_after_its_row_when_the_hub_was_started_anew()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = hub("hub")) {
      // Gamma has signed nothing, so its row of the same identity is withheld.
      hub.read(GAMMA, OWN_ROW);
      hub.read(BETA, OWN_ROW + (DAY + 1) + " 10.64.0.8 1000 conficker\n");
      Batch first = hub.pull(ALPHA, Optional.empty(), 1);
      hub.reopen(SIGNED);
      Batch rest = hub.pull(ALPHA, Optional.of(first.cursor()), 10);
      assertThat(rest.rows()).hasSize(1);
      assertThat(rest.rows().getFirst().id()).isNotEqualTo(first.rows().getFirst().id());
      assertThat(hub.pull(ALPHA, Optional.of(rest.cursor()), 10).rows()).isEmpty();
      assertThatThrownBy(() -> hub.pull(BETA, Optional.of(first.cursor()), 10))
          .isInstanceOf(Deliveries.BadCursor.class);
    }
  }

  @Test
  void a_row_is_found_by_its_id_though_somebody_else_brought_the_same_for_nobody()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = hub("hub")) {
      hub.read(BETA, OWN_ROW);
      UUID id = hub.pull(ALPHA, Optional.empty(), 1).rows().getFirst().id();
      hub.send(GAMMA, Optional.empty(), OWN_ROW + "\n");
      hub.caughtUp();
      hub.reopen(SIGNED);
      Optional<Disclosure> row =
          hub.spine().deliveries().row(ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.PAGE, id);
      assertThat(row.map(Disclosure::id)).hasValue(id);
    }
  }

  @Test
  void the_same_bytes_of_two_reporters_are_two_reports()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture alone = hub("alone");
        SpineFixture second = hub("second")) {
      second.send(GAMMA, Optional.of(Tlp.RED), OWN_ROW);
      second.caughtUp();
      Digest digest = alone.read(ALPHA, OWN_ROW);
      second.read(ALPHA, OWN_ROW);
      assertThat(told(second, ALPHA, digest)).isEqualTo(told(alone, ALPHA, digest));
      assertThat(ids(second)).isEqualTo(ids(alone)).hasSize(1);
    }
  }

  private static List<Object> told(SpineFixture hub, MemberId reporter, Digest digest) {
    ReportStatus status = hub.spine().reports().report(reporter, digest).orElseThrow();
    return List.of(status.state(), status.rowsRead(), status.rowsFolded(), status.faults());
  }

  private static List<UUID> ids(SpineFixture hub) {
    return hub.all(ALPHA, 10).stream().map(Disclosure::id).toList();
  }
}

package tenbin.spine.collect.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.DurableIntake;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.IntakeLimits;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.StoredReports;
import tenbin.spine.collect.Upload;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.collect.rounds.Sources;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.health.HealthBook;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.SharedDatabase;

/** The watched folder against the real intake on disk and PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class FolderSourceTest {
  private static final IntakeLimits LIMITS =
      new IntakeLimits(1 << 20, 30, 4 << 20, 50, 8 << 20, 4, 1 << 20);
  private static Database database;
  private static OneWriter only;

  @TempDir private Path data;
  @TempDir private Path root;
  private final SettableClock clock = new SettableClock("2026-03-24T06:00:00Z");
  private MemberId member;
  private Path inbox;
  private Intake intake;
  private ReportBook book;
  private FolderSource source;
  private static int tests;

  @BeforeAll
  static void openDatabase() {
    database = Database.open(SharedDatabase.url());
    only = OneWriter.on(database);
  }

  @AfterAll
  static void closeDatabase() {
    only.close();
    database.close();
  }

  @BeforeEach
  void open() throws IOException {
    member = new MemberId("member-" + ++tests);
    inbox = Files.createDirectory(root.resolve(member.text()));
    intake =
        new DurableIntake(
            data, database, only, new Parties(database.dataSource()), LIMITS, clock, () -> {});
    book = new StoredReports(data, database);
    source = source();
  }

  private FolderSource source() {
    return new FolderSource(root, Set.of(member)::contains, clock);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(inbox.resolve(name), text);
  }

  private int pollTwice() throws IOException {
    int taken = source.poll(intake);
    clock.pass(Duration.ofSeconds(5));
    return taken + source.poll(intake);
  }

  private List<ReportStatus> reports() {
    return book.reportsOf(member, Instant.MAX, 100);
  }

  @Test
  void file_at_rest_is_accepted_for_its_folder_s_member_and_moved() throws IOException {
    write("a.csv", "hello from " + member);
    assertThat(source.poll(intake)).as("may still be written").isZero();
    clock.pass(Duration.ofSeconds(4));
    assertThat(source.poll(intake)).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(source.poll(intake)).isEqualTo(1);
    assertThat(inbox.resolve("done/a.csv")).hasContent("hello from " + member);
    assertThat(inbox.resolve("a.csv")).doesNotExist();
    assertThat(reports()).extracting(ReportStatus::name).containsExactly("a.csv");
    assertThat(book.raw(member, Digest.of(("hello from " + member).getBytes(UTF_8)))).isPresent();
  }

  @Test
  void file_that_grows_waits_from_its_last_change() throws IOException {
    Path file = write("grows.csv", "one " + member);
    source.poll(intake);
    clock.pass(Duration.ofSeconds(4));
    Files.writeString(file, "two", StandardOpenOption.APPEND);
    source.poll(intake);
    clock.pass(Duration.ofSeconds(4));
    assertThat(source.poll(intake)).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(source.poll(intake)).isEqualTo(1);
    assertThat(inbox.resolve("done/grows.csv")).hasContent("one " + member + "two");
  }

  @Test
  void file_renamed_to_its_name_is_taken_at_once() throws IOException {
    for (String unfinished : List.of("b.csv.part", ".b.csv", "b.csv.tmp")) {
      Path part = write(unfinished, unfinished + member);
      pollTwice();
      assertThat(part).as("passed over").exists();
      Files.move(part, inbox.resolve("b.csv"));
      assertThat(source.poll(intake)).as(unfinished).isEqualTo(1);
    }
    assertThat(inbox.resolve("done/b.csv.2")).exists();
  }

  @Test
  void same_bytes_again_and_a_crash_before_the_move_change_nothing() throws Exception {
    write("c.csv", "same " + member);
    pollTwice();
    write("again.csv", "same " + member);
    assertThat(pollTwice()).isEqualTo(1);
    assertThat(reports()).hasSize(1);
    write("d.csv", "crash " + member);
    intake.accept(
        new Arrival(member, "d.csv", "", java.util.Optional.empty(), java.util.Optional.empty()),
        Files.newInputStream(inbox.resolve("d.csv")));
    source = source();
    assertThat(pollTwice()).as("a new process finds it lying there").isEqualTo(1);
    assertThat(reports()).hasSize(2);
    assertThat(inbox.resolve("done/d.csv")).exists();
  }

  @Test
  void refused_file_has_its_reason_beside_it() throws IOException {
    write("big.csv", "x".repeat((1 << 20) + 1));
    assertThat(pollTwice()).isZero();
    assertThat(inbox.resolve("refused/big.csv")).exists();
    assertThat(Files.readString(inbox.resolve("refused/big.csv.why.txt"))).isNotBlank();
    assertThat(reports()).isEmpty();
  }

  @Test
  void one_file_that_fails_stops_no_other_and_is_tried_again() throws IOException {
    write("1.csv", "one " + member);
    write("2.csv", "two " + member);
    write("3.csv", "three " + member);
    Intake failing =
        new Passing(intake) {
          @Override
          public Progress accept(Arrival arrival, InputStream bytes)
              throws IOException, UploadRefused {
            if (arrival.name().equals("2.csv")) {
              throw new IOException("its disk has a bad sector");
            }
            return super.accept(arrival, bytes);
          }
        };
    source.poll(failing);
    clock.pass(Duration.ofSeconds(5));
    assertThatThrownBy(() -> source.poll(failing)).hasMessageContaining("bad sector");
    assertThat(inbox.resolve("done/1.csv")).exists();
    assertThat(inbox.resolve("done/3.csv")).exists();
    assertThat(inbox.resolve("2.csv")).exists();
    assertThat(source.poll(intake)).isEqualTo(1);
    assertThat(reports()).hasSize(3);
  }

  /** Root reads everything: as another user only. */
  @Test
  void unreadable_file_is_put_aside_with_its_reason() throws IOException {
    Path closed = write("closed.csv", "closed " + member);
    Files.setPosixFilePermissions(closed, Set.of());
    assumeFalse(Files.isReadable(closed), "this user reads everything");
    write("open.csv", "open " + member);
    assertThat(pollTwice()).isEqualTo(1);
    assertThat(inbox.resolve("refused/closed.csv")).exists();
    assertThat(Files.readString(inbox.resolve("refused/closed.csv.why.txt")))
        .contains("may not read");
  }

  @Test
  void links_are_never_read() throws IOException {
    Path secret = Files.writeString(data.resolve("secret"), "secret of another");
    Files.createSymbolicLink(inbox.resolve("link.csv"), secret);
    Files.createSymbolicLink(root.resolve("beni-net"), data);
    assertThat(pollTwice()).isZero();
    assertThat(inbox.resolve("refused/link.csv")).isSymbolicLink();
    assertThat(inbox.resolve("refused/link.csv.why.txt")).exists();
    assertThat(secret).hasContent("secret of another");
    write("m.csv", "a,b " + member);
    Files.createSymbolicLink(inbox.resolve("m.csv.mapping"), secret);
    assertThat(pollTwice()).isZero();
    assertThat(inbox.resolve("refused/m.csv")).exists();
    assertThat(reports()).isEmpty();
  }

  @Test
  void mapping_beside_a_file_goes_with_it() throws IOException {
    write("n.csv.mapping", "time = when");
    write("n.csv", "a,b " + member);
    String[] mapping = new String[1];
    Intake watching =
        new Passing(intake) {
          @Override
          public Progress accept(Arrival arrival, InputStream bytes)
              throws IOException, UploadRefused {
            mapping[0] = arrival.mapping().orElse("");
            return super.accept(arrival, bytes);
          }
        };
    source.poll(watching);
    clock.pass(Duration.ofSeconds(5));
    assertThat(source.poll(watching)).isEqualTo(1);
    assertThat(mapping[0]).isEqualTo("time = when");
    assertThat(inbox.resolve("done/n.csv.mapping")).hasContent("time = when");
    assertThat(inbox.resolve("n.csv.mapping")).doesNotExist();
  }

  @Test
  void strangers_folders_and_subfolders_are_left_alone() throws IOException {
    Path stranger = Files.createDirectory(root.resolve("stranger"));
    Files.writeString(stranger.resolve("a.csv"), "x");
    Files.createDirectory(root.resolve("Not A Member"));
    Files.createDirectory(inbox.resolve("sub"));
    Files.writeString(inbox.resolve("sub/a.csv"), "x");
    assertThat(pollTwice()).isZero();
    assertThat(stranger.resolve("a.csv")).exists();
    assertThat(inbox.resolve("sub/a.csv")).exists();
  }

  @Test
  void full_queue_leaves_the_file_where_it_is_and_says_so() throws IOException {
    write("later.csv", "later " + member);
    Intake full =
        new Passing(intake) {
          @Override
          public Progress accept(Arrival arrival, InputStream bytes) throws UploadRefused {
            throw new UploadRefused(UploadRefused.Cause.QUEUE_FULL, "come again");
          }
        };
    source.poll(full);
    clock.pass(Duration.ofSeconds(5));
    assertThatThrownBy(() -> source.poll(full)).hasMessageContaining("come again");
    assertThat(inbox.resolve("later.csv")).exists();
    assertThat(source.poll(intake)).isEqualTo(1);
  }

  @Test
  void rounds_note_success_and_failure_and_stop_cleanly() throws Exception {
    HealthBook health = new HealthBook(clock);
    CountDownLatch polled = new CountDownLatch(2);
    FolderSource broken =
        new FolderSource(root.resolve("missing"), Set.of(member)::contains, clock);
    Sources sources =
        new Sources(
            List.of(source, broken),
            intake,
            health,
            pause -> {
              polled.countDown();
              new CountDownLatch(1).await();
            });
    sources.start();
    assertThat(polled.await(20, TimeUnit.SECONDS)).isTrue();
    sources.close();
    assertThat(health.all())
        .extracting(each -> each.isWell())
        .containsExactlyInAnyOrder(true, false);
  }

  /** An intake that a test listens in on. */
  private static class Passing implements Intake {
    private final Intake real;

    Passing(Intake real) {
      this.real = real;
    }

    @Override
    public Progress progress(MemberId reporter, Digest digest) {
      return real.progress(reporter, digest);
    }

    @Override
    public Progress append(Upload upload, long offset, InputStream bytes)
        throws IOException, UploadRefused {
      return real.append(upload, offset, bytes);
    }

    @Override
    public Progress accept(Arrival arrival, InputStream bytes) throws IOException, UploadRefused {
      return real.accept(arrival, bytes);
    }
  }
}

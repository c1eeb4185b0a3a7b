package tenbin.spine;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.report.Digest;
import tenbin.spine.backup.Backup;
import tenbin.spine.backup.BackupRefused;
import tenbin.spine.backup.Manifest;
import tenbin.spine.backup.Restore;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.LedgerCheck;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.SharedDatabase;

/** The drill: a backup of a hub at work, restored elsewhere, compared table by table. */
class BackupStoryTest {
  private static final String ALL = "alpha-net,beta-net,gamma-net";

  @TempDir private Path folder;

  private static String rows(int report) {
    StringBuilder text = new StringBuilder("report " + report + "\n");
    for (int i = 0; i < 200; i++) {
      text.append(DAY + report * 300L + i).append(" 10.64.0.").append(i).append(" 7 conficker\n");
    }
    return text.toString();
  }

  private static void deliver(SpineFixture hub) {
    List<Disclosure> told = hub.all(ALPHA, 50);
    hub.spine()
        .deliveries()
        .record(
            new Deliveries.Left(
                ALPHA,
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                Outlet.API,
                "rows",
                Footing.of(told),
                Digest.of(("rows " + told.size()).getBytes(StandardCharsets.UTF_8))));
  }

  private static Manifest backUp(Path data, String url, Path to) throws IOException {
    try (Database database = Database.open(url)) {
      return new Backup(data, database, Clock.systemUTC()).write(to);
    }
  }

  /** Backs a hub up while another thread sends reports and delivers as fast as it can. */
  private Manifest backUpAtWork(SpineFixture hub, Path archive)
      throws IOException, InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger sent = new AtomicInteger(5);
    Thread busy =
        Thread.ofVirtual()
            .start(() -> {
              while (!enough.get() && sent.get() < 60) {
                try {
                  hub.read(GAMMA, rows(sent.getAndIncrement()));
                } catch (IOException | UploadRefused | InterruptedException failed) {
                  throw new AssertionError("the hub stopped working", failed);
                }
                deliver(hub);
                hub.spine().heads().cutDue();
              }
            });
    while (sent.get() < 8) {
      Thread.onSpinWait();
    }
    Manifest manifest = backUp(folder.resolve("hub"), hub.url(), archive);
    enough.set(true);
    busy.join();
    return manifest;
  }

  @Test
  void a_hub_at_work_comes_back_elsewhere_with_every_table_and_every_file()
      throws IOException, UploadRefused, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("hub"));
    Path archive = folder.resolve("hub.backup");
    Manifest first;
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      for (int report = 0; report < 5; report++) {
        hub.read(GAMMA, rows(report));
      }
      deliver(hub);
      hub.spine().heads().cutDue();
      first = backUpAtWork(hub, archive);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    assertThat(first.tables()).hasSizeGreaterThan(30);
    assertThat(first.rows()).isGreaterThan(1_000);

    Path elsewhere = folder.resolve("elsewhere");
    String url = SharedDatabase.url();
    restore(archive, elsewhere, url);
    Manifest second = backUp(elsewhere, url, folder.resolve("again.backup"));
    assertThat(second.tables()).isEqualTo(first.tables());
    assertThat(second.partitions()).isEqualTo(first.partitions());
    assertThat(second.sequences()).isEqualTo(first.sequences());
    assertThat(second.files()).containsExactlyInAnyOrderElementsOf(first.files());

    long lines;
    try (Database database = Database.open(url)) {
      Ledger.Verification ledger = LedgerCheck.of(elsewhere, database).verify();
      assertThat(ledger.why()).isEmpty();
      lines = ledger.lines();
      assertThat(lines).isPositive();
    }
    long rows =
        first.tables().stream()
            .filter(each -> each.name().startsWith("observation_"))
            .mapToLong(Manifest.Table::rows)
            .sum();
    try (SpineFixture hub = new SpineFixture(elsewhere, ALL, url)) {
      hub.caughtUp();
      assertThat(hub.all(ALPHA, 1_000))
          .as("reports that were acknowledged and not read yet are read there")
          .hasSizeGreaterThanOrEqualTo((int) rows);
      deliver(hub);
    }
    try (Database database = Database.open(url)) {
      assertThat(LedgerCheck.of(elsewhere, database).verify())
          .extracting(Ledger.Verification::why, Ledger.Verification::lines)
          .as("the restored hub goes on with the same ledger")
          .containsExactly("", lines + 1);
    }
  }

  private static void restore(Path archive, Path data, String url) throws IOException {
    try (Restore restore = Restore.of(archive)) {
      restore.files(data);
      try (Database database = Database.open(url)) {
        restore.tables(database);
      }
    }
  }

  @Test
  void a_damaged_archive_restores_nothing()
      throws IOException, UploadRefused, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("hub"));
    Path archive = folder.resolve("hub.backup");
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, rows(1));
      backUp(data, hub.url(), archive);
      assertThatThrownBy(() -> backUp(data, hub.url(), archive))
          .as("one backup is never written over another")
          .isInstanceOf(BackupRefused.class);
    }
    assertThatThrownBy(() -> restore(archive, data, SharedDatabase.url()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("not empty");
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.setLength(file.length() - 40);
    }
    assertThatThrownBy(() -> restore(archive, folder.resolve("new"), SharedDatabase.url()))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void a_sealed_backup_comes_back_with_its_key_and_with_nothing_else()
      throws IOException, UploadRefused, InterruptedException, GeneralSecurityException {
    Path data = Files.createDirectories(folder.resolve("hub"));
    Path archive = folder.resolve("hub.backup");
    Path target = folder.resolve("new/hub");
    KeyPair keys = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    Manifest made;
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, rows(1));
      try (Database database = Database.open(hub.url())) {
        made =
            new Backup(data, database, Clock.systemUTC())
                .write(archive, Optional.of(keys.getPublic()));
      }
    }
    assertThat(Files.readString(archive, StandardCharsets.ISO_8859_1))
        .startsWith("tenbin-sealed 1")
        .doesNotContain("tables/", "contents", "secret");
    assertThatThrownBy(() -> Restore.of(archive)).hasMessageContaining("wants the key");
    KeyPair other = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    byte[] whole = Files.readAllBytes(archive);
    for (int cut : new int[] {1, 40, whole.length / 2}) {
      Path broken = Files.write(folder.resolve("broken"), Arrays.copyOf(whole, whole.length - cut));
      assertThatThrownBy(() -> Restore.of(broken, keys.getPrivate(), target))
          .isInstanceOf(BackupRefused.class);
    }
    assertThatThrownBy(() -> Restore.of(archive, other.getPrivate(), target))
        .hasMessageContaining("this key does not open");
    assertThat(target).doesNotExist();
    try (Stream<Path> left = Files.list(Folders.of(target))) {
      assertThat(left).as("nothing half restored, nothing opened left behind").isEmpty();
    }
    String url = SharedDatabase.url();
    try (Restore restore = Restore.of(archive, keys.getPrivate(), target)) {
      assertThat(restore.manifest()).isEqualTo(made);
      restore.files(target);
      try (Database database = Database.open(url)) {
        restore.tables(database);
      }
    }
    try (Stream<Path> left = Files.list(Folders.of(target))) {
      assertThat(left).containsExactly(target);
    }
    assertThat(backUp(target, url, folder.resolve("again.backup")).tables())
        .isEqualTo(made.tables());
    Path open = folder.resolve("again.backup");
    assertThatThrownBy(() -> Restore.of(open, keys.getPrivate(), target))
        .as("an open archive in the place of a sealed one")
        .hasMessageContaining("not sealed");
  }

  @Test
  void what_an_archive_says_is_never_sql_of_its_own()
      throws IOException, UploadRefused, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("hub"));
    Path archive = folder.resolve("hub.backup");
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, rows(1));
      backUp(data, hub.url(), archive);
    }
    String contents = contentsOf(archive);
    assertThat(contents).contains("partition\t", "table\tattempt\t");
    for (String[] forged :
        new String[][] {
          {" TO (", "; create table evil (a int); select ("},
          {"FOR VALUES FROM", "FOR VALUES WITH (MODULUS 1, REMAINDER 0); --"},
          {"partition\tobservation_", "partition\tevil\tattempt\tDEFAULT\npartition\tobservation_"},
          {"table\tattempt\t", "table\tattempt\tlogin) from program 'id' --\t"},
          {"table\tattempt\t", "table\tpg_authid\t"}
        }) {
      Path changed = folder.resolve("changed.backup");
      forge(archive, changed, contents.replaceFirst(quote(forged[0]), quoteReplacement(forged[1])));
      String url = SharedDatabase.url();
      Path target = folder.resolve("t" + forged[1].hashCode());
      assertThatThrownBy(() -> restore(changed, target, url))
          .as(forged[1])
          .isInstanceOf(BackupRefused.class)
          .hasMessageMatching(".*(that no hub has|is damaged).*");
    }
  }

  private static String contentsOf(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("contents"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void forge(Path archive, Path to, String contents) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(each.getName()));
        if (each.getName().equals("contents")) {
          out.write(contents.getBytes(StandardCharsets.UTF_8));
        } else {
          try (InputStream in = zip.getInputStream(each)) {
            in.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }

  @Test
  void a_database_in_use_is_not_filled() throws IOException, UploadRefused, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("hub"));
    Path archive = folder.resolve("hub.backup");
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, rows(1));
      backUp(data, hub.url(), archive);
      assertThatThrownBy(() -> restore(archive, folder.resolve("new"), hub.url()))
          .isInstanceOf(Exception.class);
      assertThat(hub.all(ALPHA, 1_000)).hasSize(200);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }
}

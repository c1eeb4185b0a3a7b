package tenbin.hub.act;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.nouns.report.Digest;

/** Sends reports to a hub and goes on where it was interrupted. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Sends reports to a hub. An interrupted one goes on where it stopped; one that the hub has"
            + " already changes nothing.",
    footer = "Exit code: 0 when the hub has acknowledged every file, 1 when not, 2 wrong usage.")
final class ReportAct implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HubOptions hub = new HubOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "reports, in any known format")
  private List<Path> files = List.of();

  @Option(names = "--feed", defaultValue = "", description = "what feed or sensor it comes from")
  private String feed = "";

  @Option(names = "--marking", description = "TLP of the reports: red, amber+strict, amber ...")
  private Optional<String> marking = Optional.empty();

  @Option(names = "--mapping", paramLabel = "FILE", description = "for plain CSV: its columns")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--tries", defaultValue = "6", description = "how often before giving up: 6")
  private int tries = 6;

  @Override
  public Integer call() throws IOException, InterruptedException {
    HubDoor door = hub.door();
    boolean all = true;
    for (Path file : files) {
      all &= send(door, file);
    }
    return all ? Acts.DONE : Acts.FAILED;
  }

  private boolean send(HubDoor door, Path file) throws InterruptedException {
    String name = String.valueOf(file.getFileName());
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), isTerminal(), name, size(file));
    try {
      Digest digest = digest(file);
      bar.end(patiently(door, file, digest, bar));
      return true;
    } catch (IOException failed) {
      bar.end("not sent: " + Words.reason(failed));
      return false;
    }
  }

  /** Tries again after a pause that doubles, always from where the hub says that it is. */
  private String patiently(HubDoor door, Path file, Digest digest, ProgressBar bar)
      throws IOException, InterruptedException {
    Duration pause = FIRST_PAUSE;
    for (int left = tries; ; left--) {
      try {
        return once(door, file, digest, bar);
      } catch (IOException failed) {
        boolean hopeless = failed instanceof HubDoor.Unwilling no && !no.isWorthAnotherTry();
        if (hopeless || left <= 1) {
          throw failed;
        }
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private String once(HubDoor door, Path file, Digest digest, ProgressBar bar)
      throws IOException, InterruptedException {
    HubDoor.Upload before = door.progress(digest);
    if (before.acknowledged()) {
      return "known to the hub already";
    }
    HubDoor.Upload after = door.send(file, digest, before.durableBytes(), about(file), bar::at);
    if (!after.acknowledged()) {
      throw new IOException("the hub holds " + after.durableBytes() + " bytes of it");
    }
    return "acknowledged, "
        + ProgressBar.amount(Files.size(file))
        + (before.durableBytes() > 0
            ? ", gone on at " + ProgressBar.amount(before.durableBytes())
            : "")
        + ", "
        + digest;
  }

  private Map<String, String> about(Path file) throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("name", String.valueOf(file.getFileName()));
    if (!feed.isEmpty()) {
      about.put("feed", feed);
    }
    marking.ifPresent(label -> about.put("marking", label));
    if (mapping.isPresent()) {
      about.put("mapping", Files.readString(mapping.get()));
    }
    return about;
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static boolean isTerminal() {
    return java.util.Optional.ofNullable(System.console())
        .filter(java.io.Console::isTerminal)
        .isPresent();
  }

  private static Digest digest(Path file) throws IOException {
    MessageDigest running = Digest.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        running.update(buffer, 0, count);
      }
    }
    return Digest.finish(running);
  }
}

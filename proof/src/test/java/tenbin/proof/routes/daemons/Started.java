package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the daemons of tests have in common: a name, a folder, a process and what that says. */
abstract class Started implements Router {
  private final String name;
  private final int number;
  private final List<String> binaries;
  private Path folder = Path.of(".");
  private @Nullable Daemon daemon;

  Started(String name, int number, String... binaries) {
    this.name = name;
    this.number = number;
    this.binaries = List.of(binaries);
  }

  @Override
  public final List<String> binaries() {
    return binaries;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int number() {
    return number;
  }

  /** Where its files are from now on. */
  final void livesIn(Path in) {
    folder = in;
  }

  final String file(String its) {
    return folder.resolve(its).toString();
  }

  final void run(String... command) throws IOException {
    daemon = Daemon.start(folder.resolve("log"), command);
  }

  /** Whether it was started before. */
  final boolean hasRun() {
    return daemon != null;
  }

  /** Of communities "64502:1 64502:2:3" each, with the word of its kind before it. */
  static Stream<String> communities(String text, String plain, String large) {
    return Stream.of(text.split(" ", -1))
        .map(each -> (each.chars().filter(c -> c == ':').count() == 2 ? large : plain) + each);
  }

  @Override
  public final String diagnosis() {
    return daemon == null ? name + ": not started" : name + ": " + daemon.log();
  }

  @Override
  public final void close() {
    if (daemon != null) {
      daemon.close();
    }
  }
}

package tenbin.spine.collect.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Source;
import tenbin.spine.collect.UploadRefused;

/**
 * A folder with one folder per member, named by the member's id: whoever may write there reports
 * for that member. A file goes to "done" or "refused" beside it once that is durable; a refused one
 * gets its reason in a text beside it. Taken again after a crash, the same bytes change nothing.
 */
public final class FolderSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
  static final String MAPPING = ".mapping";
  static final String WHY = ".why.txt";
  private static final String DONE = "done";
  private static final String REFUSED = "refused";

  /** A mapping names columns, one a line: 64 KiB are a thousand of them. */
  private static final int MOST_MAPPING = 64 * 1024;

  /** Two looks at a file that is written over a slow line. */
  private static final Duration STABLE_FOR = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Path root;
  private final Predicate<MemberId> mayReport;
  private final Clock clock;
  private final Map<Path, Watched> watched = new HashMap<>();
  private final Set<Path> nobodys = new HashSet<>();

  /**
   * A source on a folder.
   *
   * @param mayReport whether a member belongs to the circle now
   */
  public FolderSource(Path root, Predicate<MemberId> mayReport, Clock clock) {
    this.root = root.toAbsolutePath().normalize();
    this.mayReport = mayReport;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "folder:" + root;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public synchronized int poll(Intake intake) throws IOException {
    int taken = 0;
    Optional<IOException> failure = Optional.empty();
    try (DirectoryStream<Path> members = Files.newDirectoryStream(root)) {
      for (Path each : members) {
        try {
          Optional<MemberId> member = member(each);
          taken += member.isEmpty() ? 0 : poll(intake, member.get(), each);
        } catch (IOException failed) {
          failure = Optional.of(failed); // One member's folder never stops another's.
        }
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return taken;
  }

  private Optional<MemberId> member(Path folder) {
    String name = folder.getFileName().toString();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || name.startsWith(".")) {
      return Optional.empty();
    }
    Optional<MemberId> member = memberNamed(name).filter(mayReport);
    if (member.isEmpty() && nobodys.add(folder)) {
      LOG.warn("{} is named after no member: what lies there is not read", folder);
    }
    return member;
  }

  private static Optional<MemberId> memberNamed(String name) {
    try {
      return Optional.of(new MemberId(name));
    } catch (IllegalArgumentException noMember) {
      return Optional.empty();
    }
  }

  private int poll(Intake intake, MemberId member, Path folder) throws IOException {
    Watched files = watched.computeIfAbsent(folder, each -> new Watched(each, STABLE_FOR));
    int taken = 0;
    Optional<IOException> failure = Optional.empty();
    for (Watched.Ready file : files.ready(clock.instant())) {
      try {
        taken += take(intake, member, file) ? 1 : 0;
      } catch (NoSuchFileException withdrawn) {
        // Whoever put it there took it away before it was read: there is nothing to report.
      } catch (UploadRefused later) {
        throw new IOException("the hub takes nothing now: " + later.getMessage(), later);
      } catch (IOException failed) {
        failure = Optional.of(failed); // One file never stops another; it is tried again.
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return taken;
  }

  /** Whether it was taken; throws only what may be tried again. */
  private boolean take(Intake intake, MemberId member, Watched.Ready file)
      throws IOException, UploadRefused {
    Path path = file.path();
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return refuse(path, "not a file of its own: links and devices are not read");
    }
    if (!Files.isReadable(path)) {
      return refuse(path, "the hub may not read it: see its owner and mode");
    }
    try {
      Arrival arrival =
          new Arrival(member, path.getFileName().toString(), "", Optional.empty(), mapping(path));
      try (InputStream bytes = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
        intake.accept(arrival, bytes);
      }
    } catch (UploadRefused refused) {
      return switch (refused.reason()) {
        case QUEUE_FULL, DISK_FULL, NOT_NOW -> throw refused;
        case TOO_LARGE, WRONG_DIGEST, WRONG_OFFSET ->
            refuse(path, String.valueOf(refused.getMessage()));
      };
    } catch (MappingUnusable unusable) {
      return refuse(path, String.valueOf(unusable.getMessage()));
    }
    if (!file.isUnchanged()) {
      return false; // It grew while it was read: the whole comes when it has come to rest.
    }
    move(path, DONE);
    return true;
  }

  private static Optional<String> mapping(Path path) throws IOException, MappingUnusable {
    Path mapping = beside(path, MAPPING);
    if (!Files.exists(mapping, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(mapping, LinkOption.NOFOLLOW_LINKS)) {
      throw new MappingUnusable("its mapping is not a file of its own");
    }
    if (!Files.isReadable(mapping)) {
      throw new MappingUnusable("the hub may not read its mapping: see its owner and mode");
    }
    try (InputStream bytes = Files.newInputStream(mapping, LinkOption.NOFOLLOW_LINKS)) {
      byte[] text = bytes.readNBytes(MOST_MAPPING + 1);
      if (text.length > MOST_MAPPING) {
        throw new MappingUnusable("its mapping is longer than " + MOST_MAPPING + " bytes");
      }
      return Optional.of(new String(text, UTF_8));
    }
  }

  private static boolean refuse(Path path, String why) throws IOException {
    Path moved = move(path, REFUSED);
    Files.write(beside(moved, WHY), (why + "\n").getBytes(UTF_8), StandardOpenOption.CREATE_NEW);
    return false;
  }

  /** Moves a file with its mapping to a name that is free there. */
  private static Path move(Path path, String where) throws IOException {
    Path folder = path.resolveSibling(where);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder);
    }
    Path target = free(folder, path.getFileName().toString());
    Path mapping = beside(path, MAPPING);
    if (Files.exists(mapping, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(mapping, beside(target, MAPPING), StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path free(Path folder, String name) throws FileAlreadyExistsException {
    for (int n = 0; n < Integer.MAX_VALUE; n++) {
      Path target = folder.resolve(n == 0 ? name : name + "." + n);
      if (!isThere(target) && !isThere(beside(target, WHY)) && !isThere(beside(target, MAPPING))) {
        return target;
      }
    }
    throw new FileAlreadyExistsException(name);
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path beside(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  /** A mapping that cannot be read refuses its file. */
  private static final class MappingUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    MappingUnusable(String message) {
      super(message);
    }
  }
}

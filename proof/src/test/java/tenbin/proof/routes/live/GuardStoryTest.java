package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.hub.routes.FeedStates.FeedState;
import tenbin.hub.routes.FeedStates.Health;
import tenbin.proof.routes.daemons.Bird;
import tenbin.proof.routes.daemons.OneAtOnce;
import tenbin.proof.routes.daemons.Router;

/** A BIRD peers with a watch that runs behind a guard, with the right password and with others. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
@ExtendWith(OneAtOnce.class)
class GuardStoryTest {
  private static final String FEED = "member:aozora";
  private static final String PASSWORD = "a password of both";

  @TempDir private Path folder;
  private int tries;

  /** What the feed's line says once it says something like this, of a router that is set up so. */
  private FeedState line(String guard, Consumer<Bird> router, String wanted) throws IOException {
    Bird bird = new Bird();
    boolean there = bird.binaries().stream().allMatch(each -> Files.isExecutable(Path.of(each)));
    if (!there) {
      System.err.println("SKIPPED: no BIRD (Debian package bird2)");
    }
    assumeTrue(there, "no bird");
    Path in = Files.createDirectory(folder.resolve("try" + tries++));
    Stage stage = new Stage(in).feed(FEED, "bgp", "127.0.0.1:0 64500 10.0.0.1 127.0.0.2 64502");
    router.accept(bird);
    try (LiveWatch watch = (guard.isEmpty() ? stage : stage.guarded(guard)).watch();
        bird) {
      bird.start(in, new Router.Ports(watch.port(FEED), 0), Map.of("198.51.2.0/24", "64502:1"));
      stage.await(wanted, () -> counted(Stage.line(watch, FEED)).contains(wanted));
      assertThat(stage.words()).noneMatch(each -> each.contains(PASSWORD));
      return Stage.line(watch, FEED);
    } catch (AssertionError failed) {
      System.err.println(bird.diagnosis());
      throw failed;
    }
  }

  /** A number that is not zero is N. */
  private static String counted(FeedState line) {
    return line.toString().replaceAll("[1-9][0-9]* (packets|had)", "N $1");
  }

  private String key() throws IOException {
    Path file = Files.writeString(folder.resolve("aozora.md5"), PASSWORD + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return "md5 " + file;
  }

  @Test
  void who_signs_with_the_password_and_is_next_door_is_heard() throws IOException {
    FeedState line = line(key() + " hops 1", bird -> bird.protects(PASSWORD), "health=GOOD");
    assertThat(line.words()).isEmpty();
    assertThat(line.told()).isPositive();
  }

  @Test
  void another_password_or_none_is_no_session_and_the_line_says_why() throws IOException {
    FeedState wrong =
        line(
            key(),
            bird -> bird.signs("another password"),
            "N packets had another TCP-MD5 password");
    assertThat(wrong.health()).isEqualTo(Health.SILENT);
    assertThat(wrong.told()).isZero();
    FeedState none = line(key(), bird -> {}, "N had none");
    assertThat(none.told()).isZero();
  }

  @Test
  void a_password_that_nobody_asked_for_is_said_too() throws IOException {
    FeedState line =
        line("", bird -> bird.signs(PASSWORD), "N packets had a TCP-MD5 password that nobody");
    assertThat(line.told()).isZero();
  }

  @Test
  void who_comes_from_afar_is_no_session_and_the_line_says_why() throws IOException {
    FeedState line = line("hops 1", bird -> {}, "N packets came from farther than 1 hops");
    assertThat(line.told()).isZero();
  }
}

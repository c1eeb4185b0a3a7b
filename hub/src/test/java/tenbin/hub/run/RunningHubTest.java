package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.spine.roster.CircleFile;

class RunningHubTest {
  @TempDir private Path folder;

  @Test
  void what_was_opened_is_closed_in_the_opposite_order_even_when_one_cannot_be_closed() {
    List<String> closed = new ArrayList<>();
    Opened opened = new Opened();
    opened.with(() -> closed.add("spine"));
    opened.with(() -> {
      closed.add("doors");
      throw new IllegalStateException("doors do not close");
    });
    opened.with(() -> closed.add("server"));
    IOException reason = new IOException("the start failed");
    opened.closeAfter(reason);
    assertThat(closed).containsExactly("server", "doors", "spine");
    assertThat(reason.getSuppressed()).hasSize(1);
    opened.close();
    assertThat(closed).as("nothing is closed twice").hasSize(3);
  }

  @Test
  void a_hub_whose_port_is_taken_leaves_nothing_running_and_starts_on_another() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> RunningHub.start(how(circle, taken.getLocalPort())))
          .isInstanceOf(RuntimeException.class);
    }
    assertThat(threads()).noneMatch(name -> name.startsWith("report-reader"));
    try (RunningHub hub = RunningHub.start(how(circle, 0))) {
      assertThat(hub.port()).isPositive();
    }
    assertThat(threads()).noneMatch(name -> name.startsWith("report-reader"));
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }

  private HubStart how(Path circle, int port) {
    return new HubStart(
        folder.resolve("hub"),
        Optional.empty(),
        Optional.of(circle),
        "127.0.0.1",
        port,
        false,
        false,
        Clock.systemUTC());
  }
}

package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelDropsTest {
  private static final FeedGuard SIGNED = new FeedGuard(Optional.of(Path.of("key")), 0);
  private static final FeedGuard NEAR = new FeedGuard(Optional.empty(), 1);

  @TempDir private Path folder;
  private Path file = Path.of("");

  private void counts(int wrong, int none, int unasked, int far) throws IOException {
    file = folder.resolve("netstat");
    Files.writeString(
        file,
        """
        TcpExt: SyncookiesSent TCPMD5NotFound TCPMD5Unexpected TCPMD5Failure TCPMinTTLDrop
        TcpExt: 7 %d %d %d %d
        IpExt: InNoRoutes
        IpExt: 3
        """
            .formatted(none, unasked, wrong, far));
  }

  @Test
  void what_came_since_the_start_is_told_by_what_is_asked() throws IOException {
    counts(10, 20, 30, 40);
    KernelDrops drops = new KernelDrops(file);
    assertThat(drops.why(FeedGuard.NONE)).isEmpty();
    counts(13, 21, 30, 45);
    assertThat(drops.why(SIGNED))
        .isEqualTo(
            "no session; on this machine 3 packets had another TCP-MD5 password, 1 had none");
    assertThat(drops.why(NEAR))
        .isEqualTo("no session; on this machine 5 packets came from farther than 1 hops");
    assertThat(drops.why(FeedGuard.NONE)).isEmpty();
    counts(13, 21, 32, 45);
    assertThat(drops.why(FeedGuard.NONE))
        .isEqualTo(
            "no session; on this machine 2 packets had a TCP-MD5 password that nobody asked for");
  }

  @Test
  void a_system_without_these_counts_and_garbage_say_nothing_and_break_nothing()
      throws IOException {
    KernelDrops missing = new KernelDrops(folder.resolve("missing"));
    assertThat(missing.why(FeedGuard.NONE)).isEmpty();
    Path garbage = folder.resolve("garbage");
    Files.writeString(garbage, "TcpExt: TCPMD5Failure x\nTcpExt: many\nTcpExt:\n");
    assertThat(new KernelDrops(garbage).why(SIGNED)).contains(" 0 packets");
  }
}

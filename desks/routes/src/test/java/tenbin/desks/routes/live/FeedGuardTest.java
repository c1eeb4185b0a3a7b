package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.port.Guard;
import tenbin.nouns.net.Address;

class FeedGuardTest {
  private static final String PEERING = "127.0.0.1:1790 64500 10.0.0.1 ";

  @TempDir private Path folder;

  private static FeedLine line(String name, String neighbour, String guard) {
    FeedLine line = FeedLine.parse(name, "bgp", PEERING + neighbour + " 64502");
    return guard.isEmpty() ? line : line.guarded(guard);
  }

  private Guard guard(List<String> words, FeedLine... lines) throws IOException {
    return Guards.of(List.of(lines).stream().map(FeedLine.Bgp.class::cast).toList(), words::add);
  }

  @Test
  void a_password_is_read_from_its_file_and_hops_become_a_ttl() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "secret of both \nsecond line\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    FeedLine line = line("a", "192.0.2.1", "hops 1 md5 " + file);
    List<String> words = new ArrayList<>();
    Guard guard = guard(words, line, line("b", "192.0.2.2", "hops 1"));
    assertThat(guard.signed()).containsExactly(entry("192.0.2.1", "secret of both"));
    assertThat(guard.leastTtl()).isEqualTo(255);
    assertThat(words).isEmpty();
    assertThat(line.toString()).contains(file.toString()).doesNotContain("secret");
    assertThat(guard(words, line("c", "192.0.2.3", "hops 3")).leastTtl()).isEqualTo(253);
  }

  private static java.util.Map.Entry<Address, String> entry(String address, String password) {
    return java.util.Map.entry(Address.parse(address), password);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_password_that_everybody_may_read_is_said() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    List<String> words = new ArrayList<>();
    assertThat(guard(words, line("a", "192.0.2.1", "md5 " + file)).signed()).hasSize(1);
    assertThat(words).containsExactly("everybody on this machine may read " + file);
  }

  @Test
  void a_file_without_a_password_opens_no_port() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\nsecret");
    Path large = Files.writeString(folder.resolve("large"), "x".repeat(2_000));
    Path longer = Files.writeString(folder.resolve("longer"), "x".repeat(81));
    for (Path each : List.of(empty, large, longer, folder.resolve("missing"))) {
      FeedLine line = line("a", "192.0.2.1", "md5 " + each);
      assertThatThrownBy(() -> guard(new ArrayList<>(), line)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void what_is_no_guard_is_refused_in_words() {
    for (String wrong : List.of("md5", "hops", "ttl 255", "hops 255", "hops x", "", "md5 a hops")) {
      assertThatThrownBy(() -> FeedGuard.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
    FeedLine folder = FeedLine.parse("f", "folder", "/var/lib/mrt");
    assertThatThrownBy(() -> folder.guarded("hops 1"))
        .hasMessageContaining("a guard is for bgp, not for folder");
  }

  @Test
  void neighbours_of_one_port_have_the_same_hops() {
    List<FeedLine> lines = List.of(line("a", "192.0.2.1", "hops 1"), line("b", "192.0.2.2", ""));
    assertThatThrownBy(() -> Guards.check(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a and b share a port, and so their hops: 1 and 0");
    Guards.check(List.of(lines.getFirst(), line("b", "192.0.2.2", "hops 1 md5 x")));
  }
}

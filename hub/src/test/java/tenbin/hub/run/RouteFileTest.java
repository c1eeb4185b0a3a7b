package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFileTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("routes.properties"), text);
  }

  @Test
  void a_group_and_feeds_are_read() throws IOException {
    RouteSettings settings =
        RouteFile.read(
            file(
                """
                group = routing-wg
                feed.rrc06 = folder /var/lib/mrt/rrc06
                feed.member.aozora = bgp 192.0.2.1:179 64500 192.0.2.1 192.0.2.9 64496
                vrps = /var/lib/rpki/vrps.json
                irr = /var/lib/irr/jpirr.db /var/lib/irr/radb.db
                settle = 30
                """));
    assertThat(settings.group()).isEqualTo("routing-wg");
    assertThat(settings.feeds())
        .containsExactly(
            new RouteSettings.Feed(
                "member:aozora", "bgp", "192.0.2.1:179 64500 192.0.2.1 192.0.2.9 64496"),
            new RouteSettings.Feed("rrc06", "folder", "/var/lib/mrt/rrc06"));
  }

  @Test
  void what_is_unknown_is_refused_with_its_key() {
    assertThatThrownBy(() -> RouteFile.read(file("groupe = x\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("groupe")
        .hasMessageContaining(
            "feed.NAME, as-rel, exchanges, irr, past.days, past.megabytes, rtr, settle, state,"
                + " tables, vrps");
    assertThatThrownBy(() -> RouteFile.read(file("feed.a = folder\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("feed.a");
    assertThatThrownBy(() -> RouteFile.read(file("feed.a = pigeon 192.0.2.1\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such way: pigeon")
        .hasMessageContaining("bmp HOST:PORT ROUTER-ADDRESS");
    assertThatThrownBy(() -> RouteFile.read(file("feed.a = bgp 192.0.2.1:179 64500\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 words are wanted");
    assertThatThrownBy(() -> RouteFile.read(file("state = x\npast.days = many\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("past.days is a whole number: many");
    assertThatThrownBy(() -> RouteFile.read(file("state = x\npast.days = 400\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1 hour to 365 days");
    assertThatThrownBy(() -> RouteFile.read(file("rtr = localhost\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no HOST:PORT");
  }
}

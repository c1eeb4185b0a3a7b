package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.outside.Listening;

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
  void guards_and_beacons_are_read_with_the_feeds_that_they_are_of() throws IOException {
    String text =
        """
        feed.member.aozora = bgp 192.0.2.1:179 64500 192.0.2.1 192.0.2.9 64496
        feed.member.tsubame = bgp 192.0.2.1:179 64500 192.0.2.1 192.0.2.10 64497
        guard.member.aozora = md5 /etc/tenbin/aozora.md5 hops 1
        guard.member.tsubame = hops 1
        beacon.rrc00 = 84.205.64.0/24
        beacon.ours = 2001:db8::/32 60
        """;
    assertThat(RouteFile.read(file(text)).feeds()).hasSize(2);
    refused(text + "guard.member.hayate = hops 1\n", "a guard of no feed: member:hayate");
    refused(
        text.replace("tsubame = hops 1", "tsubame = hops 2"),
        "member:aozora and member:tsubame share a port, and so their hops: 1 and 2");
    refused(text.replace("hops 1", "ttl 255"), "a guard is md5 FILE, hops NUMBER, or both");
    refused(text + "beacon.x = rrc00\n", "beacon.x wants a prefix and minutes");
    refused(text + "beacon.x = 84.205.64.0/24 soon\n", "beacon.x wants a prefix and minutes");
    refused(text + "beacon.x = 84.205.64.0/24 0\n", "beacon.x wants a prefix and minutes");
    refused("quiet = -1\n", "settle and quiet are numbers of seconds");
    refused("feed.a = folder /tmp\nguard.a = hops 1\n", "a guard is for bgp, not for folder");
  }

  private void refused(String text, String why) {
    assertThatThrownBy(() -> RouteFile.read(file(text)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @Test
  void nobody_outside_is_told_unless_the_file_says_so_and_whose_wishes_count() throws IOException {
    assertThat(RouteFile.read(file("settle = 30\n")).maintainers()).isEqualTo(Listening.OFF);
    assertThat(RouteFile.read(file("maintainers = dry\n")).maintainers())
        .isEqualTo(new Listening(Listening.Mode.DRY, Set.of()));
    assertThat(RouteFile.read(file("maintainers = on jpirr RADB\n")).maintainers())
        .isEqualTo(new Listening(Listening.Mode.ON, Set.of("JPIRR", "RADB")));
    assertThatThrownBy(() -> RouteFile.read(file("maintainers = yes\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("off, dry or on");
  }

  @Test
  void what_is_unknown_is_refused_with_its_key() {
    assertThatThrownBy(() -> RouteFile.read(file("groupe = x\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("groupe")
        .hasMessageContaining(
            "feed.NAME, as-rel, exchanges, irr, maintainers, past.days, past.megabytes, quiet, rtr,"
                + " settle, state, tables, vrps");
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

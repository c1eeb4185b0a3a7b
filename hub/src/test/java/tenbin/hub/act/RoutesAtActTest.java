package tenbin.hub.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.past.PastRoutes;
import tenbin.desks.routes.past.PastSettings;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** The act {@code routes at} over what a hub kept and over recordings. */
class RoutesAtActTest {
  private static final Vantage ROUTER =
      new Vantage("member:aozora", new Asn(64_496), Address.parse("192.0.2.1"));
  private static final long AT = 1_774_346_400_000_000L; // 2026-03-24T10:00:00Z

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Acts.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(words);
    return new Ran(code, out.toString(), err.toString());
  }

  private void kept() throws IOException, InterruptedException {
    PastSettings settings = PastSettings.of(folder, Duration.ofDays(1), PastSettings.USUAL_OCTETS);
    try (PastRoutes past = PastRoutes.open(settings, Clock.systemUTC(), any -> true, word -> {})) {
      RouteSink sink = past.before(new Nobody());
      sink.announced(AT, ROUTER, Prefix.parse("192.0.2.0/24"), Attributes.NONE);
      sink.withdrawn(AT + 60_000_000, ROUTER, Prefix.parse("192.0.2.0/24"));
      assertThat(past.awaitQuiet(Duration.ofSeconds(20))).isTrue();
    }
  }

  private static final class Nobody implements RouteSink {
    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {}

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {}

    @Override
    public void lost(long micros, Vantage from) {}

    @Override
    public void complete(long micros, Vantage from) {}
  }

  @Test
  void what_a_hub_kept_is_asked_by_address_and_time() throws Exception {
    kept();
    Ran had =
        run(
            "routes",
            "at",
            "--time",
            "2026-03-24T10:00:30Z",
            "--until",
            "2026-03-24T10:02:00Z",
            "192.0.2.77",
            folder.toString());
    assertThat(had.code()).isZero();
    assertThat(had.out().lines())
        .containsExactly(
            "{\"line\":\"had\",\"feed\":\"member:aozora\",\"asn\":64496,\"address\":\"192.0.2.1\","
                + "\"prefix\":\"192.0.2.0/24\",\"path\":\"\",\"origin\":\"untold\","
                + "\"since\":\"2026-03-24T10:00:00Z\",\"sure\":true}",
            "{\"line\":\"step\",\"feed\":\"member:aozora\",\"asn\":64496,\"address\":\"192.0.2.1\","
                + "\"at\":\"2026-03-24T10:01:00Z\",\"what\":\"withdrawn\","
                + "\"prefix\":\"192.0.2.0/24\"}",
            "{\"line\":\"heard\",\"feed\":\"member:aozora\",\"asn\":64496,"
                + "\"address\":\"192.0.2.1\",\"heard\":\"partly\","
                + "\"since\":\"2026-03-24T10:00:00Z\"}",
            "{\"line\":\"end\",\"kept\":true,\"steps-left\":0}");
  }

  @Test
  void recordings_in_a_folder_are_read_and_what_is_no_recording_is_said() throws Exception {
    Files.write(folder.resolve("001"), new byte[0]);
    Ran none = run("routes", "at", "--time", "2026-03-24T10:00:00Z", "::/0", folder.toString());
    assertThat(none.code()).isZero();
    assertThat(none.out()).startsWith("{\"line\":\"end\"");
    Ran missing = run("routes", "at", "--time", "2026-03-24T10:00:00Z", "::/0", "no-such-file");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("no such file");
  }

  @Test
  void what_is_no_time_no_prefix_or_no_way_to_ask_is_wrong_usage() {
    assertThat(run("routes", "at", "--time", "noon", "::/0", "f").code()).isEqualTo(2);
    assertThat(run("routes", "at", "--time", "2026-03-24T10:00:00Z", "x", "f").code()).isEqualTo(2);
    Ran how = run("routes", "at", "--time", "2026-03-24T10:00:00Z", "--how", "near", "::/0", "f");
    assertThat(how.code()).isEqualTo(2);
  }
}

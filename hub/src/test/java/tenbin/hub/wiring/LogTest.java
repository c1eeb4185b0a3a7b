package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tenbin.web.audit.LogLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names, mail addresses, addresses and secrets planted everywhere; none of them is in the log. */
class LogTest {
  private static final List<String> PLANTED =
      List.of(
          "hanako.sato",
          "taro.yamada",
          "jiro.tanaka",
          "wrong horse battery",
          "correct horse battery",
          "sato@example.jp",
          "yamada",
          "192.0.2.77",
          "203.0.113.9",
          "2001:db8::77",
          "smith@mail.example");

  /** All that the hub logs from TRACE on while something is done. */
  private static String logged(Doing what) {
    Logger root = (Logger) LoggerFactory.getLogger("tenbin");
    Level before = root.getLevel();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogLine encoder = new LogLine();
    encoder.setContext(root.getLoggerContext());
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(root.getLoggerContext());
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    root.setLevel(Level.TRACE);
    root.addAppender(appender);
    try {
      what.now();
    } finally {
      root.detachAppender(appender);
      root.setLevel(before);
      appender.stop();
    }
    return out.toString(UTF_8);
  }

  /** What is done while the log is read. */
  private interface Doing {
    void now();
  }

  private static void act(FakeHub hub) {
    hub.people.add(Fake.A, "hanako.sato", FakeHub.PASSWORD);
    new Caller(hub).signIn("hanako.sato", "wrong horse battery");
    new Caller(hub).signIn("jiro.tanaka", "wrong horse battery");
    Caller hanako = Caller.as(hub, "hanako.sato");
    hanako.get("/network?q=192.0.2.77");
    hanako.get("/network/download?format=screen&q=2001:db8::77");
    hanako.get("/no/such/203.0.113.9");
    String csrf = hanako.csrf("/people");
    hanako.form("/people", Map.of("login", "taro.yamada", "office", "reader", "_csrf", csrf));
    hanako.form(
        "/tokens", Map.of("title", "sato@example.jp", "scope", "pull", "days", "3", "_csrf", csrf));
    Caller program = new Caller(hub);
    program.send(
        program
            .to("/api/v1/secretariat/circle")
            .header("Authorization", "Bearer " + hub.token(Fake.SECRETARIAT))
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString("members: sato@example.jp")));
  }

  @Test
  void nobody_is_named_in_the_log_and_no_address_stands_there() throws IOException {
    String log;
    try (FakeHub hub = new FakeHub(false, 0)) { // a server that starts sets the log up anew
      log = logged(() -> act(hub));
    }
    assertThat(log).contains("act=invite", "act=mint-token", "act=download", "act=sign-in");
    assertThat(log).doesNotContain(PLANTED);
    for (String line : log.lines().toList()) {
      JsonNode told = JsonMapper.shared().readTree(line);
      assertThat(told.propertyNames()).contains("at", "level", "logger", "message");
    }
  }

  @Test
  void what_others_wrote_into_a_message_is_cut_out_of_it() {
    String log =
        logged(() -> {
          org.slf4j.Logger wide = LoggerFactory.getLogger("tenbin.test");
          wide.warn("550 5.1.1 <sato@example.jp>: user unknown at 203.0.113.9, 12:34:56");
          wide.error(
              "refused",
              new IOException(
                  "no route to 2001:db8::77 for smith@mail.example",
                  new IOException("Key (mail)=(yamada@mail.example) exists")));
        });
    assertThat(log)
        .doesNotContain(PLANTED)
        .contains("<(mail)>: user unknown at (address), 12:34:56")
        .contains("java.io.IOException: no route to (address) for (mail)")
        .contains("LogTest");
    assertThat(log.lines()).hasSize(2);
  }
}

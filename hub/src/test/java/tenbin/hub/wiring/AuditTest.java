package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tenbin.web.may.Act;
import tenbin.web.signin.Office;

/** Every handler that changes something leaves a line in the audit, whatever became of it. */
class AuditTest {
  private static final String TYPED = "planted-by-who-asks";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<String> LINES = new CopyOnWriteArrayList<>();
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("tenbin.audit");
  private static final AppenderBase<ILoggingEvent> BOOK =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          LINES.add(event.getFormattedMessage());
        }
      };

  private static FakeHub hub;

  @BeforeAll
  static void start() throws java.io.IOException {
    hub = new FakeHub(false, 0);
    BOOK.start();
    LOG.setLevel(Level.INFO);
    LOG.addAppender(BOOK);
  }

  @AfterAll
  static void stop() {
    LOG.detachAppender(BOOK);
    hub.close();
  }

  private static HttpRequest.Builder change(Endpoint endpoint, Caller caller, String key) {
    HttpRequest.Builder request = caller.to(endpoint.absent() + "?note=" + TYPED);
    return endpoint.isForPrograms()
        ? request
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(endpoint.method(), BodyPublishers.ofString("{\"note\":\"" + TYPED + "\"}"))
        : request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                endpoint.method(),
                BodyPublishers.ofString("note=" + TYPED + "&name=" + TYPED + "&_csrf=" + key));
  }

  /** The lines that a request left. */
  private static List<String> left(Caller caller, HttpRequest.Builder request) throws Exception {
    LINES.clear();
    caller.client().send(request.build(), BodyHandlers.ofString());
    // The line about an answer is written behind it.
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (LINES.isEmpty() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return List.copyOf(LINES);
  }

  private static List<Endpoint> changing() {
    return Endpoint.of(hub.server).stream()
        .filter(each -> each.changes() && !each.path().equals("/error"))
        .toList();
  }

  @Test
  void every_change_that_somebody_asks_for_leaves_a_line_with_its_name() throws Exception {
    Caller office = Caller.as(hub, "office");
    String csrf = office.csrf("/people");
    var id = hub.people.active("office").orElseThrow().id();
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Endpoint endpoint : changing()) {
      if (endpoint.isForPrograms()) {
        continue;
      }
      looked++;
      List<String> lines = left(office, change(endpoint, office, csrf));
      boolean named = lines.stream().anyMatch(each -> each.startsWith("actor=person:" + id));
      boolean open = endpoint.act() == Act.ENTER || endpoint.act() == Act.PORTAL;
      if (lines.isEmpty() || (!named && !open) || lines.toString().contains(TYPED)) {
        wrong.add(endpoint + ": " + lines);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(looked).isGreaterThan(75);
  }

  @Test
  void every_change_that_a_program_asks_for_leaves_a_line_with_its_token() throws Exception {
    String secret = hub.token(Fake.SECRETARIAT);
    var id = hub.tokens.of(Fake.SECRETARIAT).getFirst().id();
    Caller program = new Caller(hub);
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Endpoint endpoint : changing()) {
      if (!endpoint.isForPrograms()) {
        continue;
      }
      looked++;
      List<String> lines = left(program, change(endpoint, program, secret));
      boolean named = lines.stream().anyMatch(each -> each.startsWith("actor=token:" + id));
      if (!named || lines.toString().contains(TYPED)) {
        wrong.add(endpoint + ": " + lines);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(looked).isGreaterThan(20);
  }

  @Test
  void what_is_refused_to_somebody_stands_there_too() throws Exception {
    hub.people.add(Fake.A, "reader", FakeHub.PASSWORD, EnumSet.of(Office.READER));
    Caller reader = Caller.as(hub, "reader");
    String csrf = reader.csrf("/network");
    String actor = "actor=person:" + hub.people.active("reader").orElseThrow().id();
    for (String path : List.of("/people", "/upload", "/secretariat/health")) {
      assertThat(left(reader, reader.to(path)))
          .as(path)
          .singleElement()
          .asString()
          .startsWith(actor)
          .endsWith("answered=403");
    }
    HttpRequest.Builder forged =
        reader
            .to("/account/seats/end-others")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + csrf.substring(1)));
    assertThat(left(reader, forged)).singleElement().asString().contains("act=refused");
    String narrow =
        hub.tokens
            .mint(Fake.A, "narrow", EnumSet.of(tenbin.web.signin.Scope.PULL), Duration.ofDays(1))
            .secret();
    HttpRequest.Builder wanting =
        new Caller(hub)
            .to("/api/v1/skills")
            .header("Authorization", "Bearer " + narrow)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(left(new Caller(hub), wanting))
        .singleElement()
        .asString()
        .startsWith("actor=token:")
        .endsWith("act=gather at=POST /api/v1/skills answered=403");
  }

  @Test
  void signing_in_and_out_leaves_a_line_each_and_what_says_it_itself_is_not_said_twice() {
    LINES.clear();
    Caller self = Caller.as(hub, "bravo");
    String csrf = self.csrf("/skills");
    self.form("/skills", Map.of("what", "firmware", "note", "", "once", "a", "_csrf", csrf));
    self.form("/sign-out", Map.of("_csrf", csrf));
    assertThat(LINES).hasSize(3);
    assertThat(LINES.get(0)).contains("act=sign-in");
    assertThat(LINES.get(1)).contains("act=add-skill");
    assertThat(LINES.get(2)).contains("act=sign-out");
  }
}

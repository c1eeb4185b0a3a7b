package tenbin.hub.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Tokens;
import tenbin.web.signin.Visitor;
import tenbin.wire.Writer;

/**
 * One's own rows as server-sent events (WHATWG HTML section 9.2). One event carries a batch, a JSON
 * line each; its id is the cursor behind the batch, so that Last-Event-ID resumes without a row
 * twice or missing. Every round, at least once a second, asks anew whether the token and the
 * membership hold and lets the balance decide anew.
 */
@RestController
@May(Act.READ)
public class RowsStream implements ApplicationListener<ContextClosedEvent> {
  /** Decisions are made anew at least this often. */
  private static final Duration ROUND = Duration.ofMillis(500);

  /** So many silent rounds until a comment keeps proxies awake: 10 s. */
  private static final int ROUNDS_PER_HEARTBEAT = 20;

  private static final int MOST_ROWS = 200;
  private static final int MOST_STREAMS = 8;

  private final Deliveries deliveries;
  private final WayOut wayOut;
  private final Tokens tokens;
  private final Standing standing;
  private final Audit audit;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private volatile boolean ending;

  public RowsStream(
      Deliveries deliveries, WayOut wayOut, Tokens tokens, Standing standing, Audit audit) {
    this.deliveries = deliveries;
    this.wayOut = wayOut;
    this.tokens = tokens;
    this.standing = standing;
    this.audit = audit;
  }

  @GetMapping("/api/v1/rows/stream")
  void stream(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "purpose", defaultValue = "P1") String purposeText,
      @RequestParam(name = "after", defaultValue = "") String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Purpose purpose = Asked.purpose(purposeText);
    String resumed = Optional.ofNullable(request.getHeader("Last-Event-ID")).orElse(after);
    Batch first = pull(visitor, purpose, resumed);
    enter(visitor);
    try {
      response.setContentType("text/event-stream;charset=utf-8");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      audit.did(visitor, "open-stream", purpose.code());
      Place begin = new Place(resumed, first);
      run(visitor, purpose, begin, response.getOutputStream());
    } finally {
      open.merge(visitor.memberText(), -1, (old, one) -> old + one <= 0 ? null : old + one);
    }
  }

  /** Where a stream begins: the cursor and what came behind it. */
  private record Place(String cursor, Batch first) {}

  private void run(Visitor visitor, Purpose purpose, Place begin, ServletOutputStream out)
      throws IOException {
    String cursor = begin.cursor;
    Batch batch = begin.first;
    int silent = ROUNDS_PER_HEARTBEAT;
    while (!ending) {
      if (!holds(visitor)) {
        say(out, "event: end\ndata: access has ended\n\n");
        return;
      }
      if (!batch.rows().isEmpty()) {
        if (!send(visitor, purpose, batch, out)) {
          batch = pull(visitor, purpose, cursor);
          continue;
        }
        silent = 0;
      } else if (silent >= ROUNDS_PER_HEARTBEAT) {
        say(out, ": still here\n\n");
        silent = 0;
      } else {
        silent++;
      }
      if (!batch.more()) {
        pause();
      }
      cursor = batch.cursor();
      batch = pull(visitor, purpose, cursor);
    }
  }

  private Batch pull(Visitor visitor, Purpose purpose, String after) {
    Optional<String> cursor = Optional.of(after).filter(text -> !text.isEmpty());
    return deliveries.pull(new Pull(visitor.member(), purpose, Outlet.STREAM, cursor, MOST_ROWS));
  }

  /** Whether it went; false where other grounds overtook the decision, which is then made anew. */
  private boolean send(Visitor visitor, Purpose purpose, Batch batch, ServletOutputStream out)
      throws IOException {
    Writer writer = wayOut.writer("json-lines").orElseThrow();
    WayOut.Parcel parcel;
    try {
      parcel =
          wayOut.pack(
              new WayOut.Errand(visitor.member(), purpose, Outlet.STREAM), writer, batch.rows());
    } catch (Deliveries.Overtaken overtaken) {
      return false;
    }
    StringBuilder event =
        new StringBuilder("event: rows\nid: ").append(batch.cursor()).append('\n');
    new String(parcel.bytes(), UTF_8)
        .lines()
        .forEach(line -> event.append("data: ").append(line).append('\n'));
    say(out, event.append('\n').toString());
    return true;
  }

  private static void say(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private boolean holds(Visitor visitor) {
    return standing.of(visitor.member()) != Role.NONE && tokens.holds(visitor);
  }

  private void enter(Visitor visitor) {
    if (open.merge(visitor.memberText(), 1, Integer::sum) > MOST_STREAMS) {
      open.merge(visitor.memberText(), -1, Integer::sum);
      throw new Problem(429, "too-many-streams", "At most " + MOST_STREAMS + " at once.")
          .with("Retry-After", "60");
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(ROUND);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the hub is ending");
    }
  }

  /** The hub is ending: streams end with it. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    ending = true;
  }
}

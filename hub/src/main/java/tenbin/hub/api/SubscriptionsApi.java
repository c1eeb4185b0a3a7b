package tenbin.hub.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.hub.page.Changes;
import tenbin.spine.deliver.channel.Attempt;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The caller's standing orders: what is sent to its member by itself. */
@RestController
@May(Act.CONFIGURE)
@RequestMapping("/api/v1/subscriptions")
public class SubscriptionsApi {
  private static final int MOST_ATTEMPTS = 100;

  private final ChannelBook book;
  private final Audit audit;

  public SubscriptionsApi(ChannelBook book, Audit audit) {
    this.book = book;
    this.audit = audit;
  }

  /** A new one: schedule as "at-once", "hourly", "daily 07 Asia/Tokyo" or "rows 100". */
  public record Wanted(
      @Nullable String channel,
      @Nullable String address,
      @Nullable String format,
      @Nullable String schedule,
      @Nullable String purpose) {}

  @GetMapping
  Map<String, Object> list(@AuthenticationPrincipal Visitor visitor) {
    return Map.of(
        "subscriptions",
        book.subscriptionsOf(visitor.member()).stream().map(SubscriptionsApi::body).toList());
  }

  @PostMapping
  ResponseEntity<Map<String, Object>> subscribe(
      @AuthenticationPrincipal Visitor visitor, @RequestBody Wanted wanted) {
    try {
      Subscription made = book.subscribe(visitor.member(), order(wanted));
      audit.did(visitor, "subscribe", made.id().toString());
      return ResponseEntity.status(HttpStatus.CREATED).body(withSecret(visitor, made));
    } catch (NotSent refused) {
      throw new Problem(422, "not-served", refused.words());
    }
  }

  private static Subscription.Order order(Wanted wanted) {
    try {
      return new Subscription.Order(
          Asked.purpose(text(wanted.purpose, "P1")),
          text(wanted.channel, ""),
          text(wanted.address, ""),
          text(wanted.format, "json-lines"),
          Schedule.parse(text(wanted.schedule, "at-once")));
    } catch (IllegalArgumentException wrong) {
      throw Problem.wrong("A schedule is at-once, hourly, daily HOUR ZONE or rows COUNT.");
    }
  }

  private static String text(@Nullable String given, String otherwise) {
    return given == null ? otherwise : given.strip();
  }

  @GetMapping("/{id}/attempts")
  Map<String, Object> attempts(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    own(visitor, id);
    List<Map<String, Object>> all =
        book.attempts(visitor.member(), id, MOST_ATTEMPTS).stream()
            .map(SubscriptionsApi::body)
            .toList();
    return Map.of("attempts", all);
  }

  /** pause, resume, retry, renew-secret, end. */
  @PostMapping("/{id}/{change}")
  Map<String, Object> change(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @PathVariable("change") String word) {
    Subscription before = own(visitor, id);
    ChannelBook.Change change =
        Changes.tryParse(word)
            .orElseThrow(() -> Problem.wrong("pause, resume, retry, renew-secret or end"));
    boolean done = book.change(visitor.member(), id, change);
    if (done) {
      audit.did(visitor, "subscription-" + Changes.word(change), id.toString());
    }
    return switch (change) {
      case END -> Map.of("done", done);
      case RENEW_SECRET -> withSecret(visitor, own(visitor, before.id()));
      case PAUSE, RESUME, RETRY -> body(own(visitor, before.id()));
    };
  }

  private Subscription own(Visitor visitor, UUID id) {
    return book.subscriptionsOf(visitor.member()).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(Problem::absent);
  }

  private Map<String, Object> withSecret(Visitor visitor, Subscription one) {
    Map<String, Object> body = body(one);
    if (Changes.isSigned(one)) {
      body.put("secret", book.secret(visitor.member(), one.id()));
    }
    return body;
  }

  private static Map<String, Object> body(Subscription one) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", one.id().toString());
    body.put("channel", one.order().channel());
    body.put("address", one.order().address());
    body.put("format", one.order().format());
    body.put("schedule", one.order().schedule().toString());
    body.put("purpose", one.order().purpose().code());
    body.put("state", Json.word(one.state()));
    body.put("failures", one.failures());
    body.put("dueAt", one.dueAt().toString());
    one.lastSuccess().ifPresent(at -> body.put("lastSuccess", at.toString()));
    one.lastErrorAt().ifPresent(at -> body.put("lastErrorAt", at.toString()));
    body.put("lastError", one.lastError());
    return body;
  }

  private static Map<String, Object> body(Attempt attempt) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("number", attempt.number());
    body.put("at", attempt.at().toString());
    body.put("delivery", attempt.delivery().toString());
    body.put("rows", attempt.rows());
    attempt.receipt().ifPresent(receipt -> body.put("receipt", receipt.toString()));
    body.put("outcome", Json.word(attempt.outcome()));
    body.put("detail", attempt.obstacle().in(Locale.ENGLISH));
    return body;
  }
}

package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Pull;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/** Who gets in, and to what. */
class DoorsTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String ALPHA = HUB.token(Fake.A);
  private static final String BRAVO = HUB.token(Fake.B);
  private static final String OBSERVER = HUB.token(Fake.OBSERVER);

  @Test
  void pages_send_strangers_to_the_sign_in_and_the_api_answers_with_a_problem() {
    Caller stranger = new Caller(HUB);
    for (String path :
        List.of("/network", "/reports", "/upload", "/cases", "/circle", "/tokens", "/nothing")) {
      HttpResponse<String> answer = stranger.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
    }
    HttpResponse<String> answer = stranger.get("/api/v1/rows");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("urn:tenbin:problem:sign-in-needed");
  }

  @Test
  void every_answer_carries_the_headers_of_a_careful_house() {
    HttpResponse<String> answer = new Caller(HUB).get("/sign-in");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(each -> each.contains("HttpOnly") && each.contains("SameSite=Lax"));
    assertThat(answer.body())
        .doesNotContain(" style=")
        .doesNotContain("<style")
        .doesNotContain("onclick");
  }

  @Test
  void a_member_never_gets_anothers_row_on_any_door() {
    Disclosure bravos =
        HUB.deliveries
            .pull(
                new Pull(
                    Fake.B,
                    Purpose.NOTIFY_AFFECTED_CUSTOMER,
                    Outlet.API,
                    java.util.Optional.empty(),
                    1))
            .rows()
            .getFirst();
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/network/" + bravos.id()).statusCode()).isEqualTo(404);
    assertThat(alpha.get("/network?q=198.51.100.1").body()).doesNotContain("198.51.100.1</span>");
    assertThat(alpha.get("/network?range=30d").body())
        .contains("192.0.2.")
        .doesNotContain("198.51.100.");
    assertThat(alpha.get("/network/download?format=json-lines&range=30d").body())
        .contains("192.0.2.")
        .doesNotContain("198.51.100.");
    assertThat(alpha.get("/api/v1/rows?most=10000", ALPHA).body())
        .contains("192.0.2.")
        .doesNotContain("198.51.100.");
  }

  @Test
  void an_observer_gets_no_element_of_a_communication() {
    HttpResponse<String> rows = new Caller(HUB).get("/api/v1/rows?most=10000", OBSERVER);
    assertThat(rows.statusCode()).isEqualTo(200);
    assertThat(rows.body()).isEmpty();
    assertThat(Caller.as(HUB, "ministry").get("/network?range=30d").body())
        .doesNotContain("192.0.2.")
        .doesNotContain("198.51.100.");
  }

  @Test
  void the_sensor_and_unknown_columns_are_nowhere() {
    String all = new Caller(HUB).get("/api/v1/rows?most=10000", ALPHA).body();
    String page = Caller.as(HUB, "alpha").get("/network?range=30d").body();
    assertThat(all + page)
        .doesNotContain("sensor-in-the-cellar")
        .doesNotContain("203.0.113.66")
        .doesNotContain("never to be seen");
  }

  @Test
  void a_cursor_of_another_member_is_refused_like_a_made_up_one() {
    Caller caller = new Caller(HUB);
    String bravos =
        caller
            .get("/api/v1/rows?most=1", BRAVO)
            .headers()
            .firstValue("Tenbin-Cursor")
            .orElseThrow();
    HttpResponse<String> foreign = caller.get("/api/v1/rows?after=" + bravos, ALPHA);
    HttpResponse<String> madeUp = caller.get("/api/v1/rows?after=AAAA", ALPHA);
    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(foreign.body()).isEqualTo(madeUp.body()).contains("bad-cursor");
  }

  @Test
  void anothers_report_looks_like_one_that_does_not_exist() {
    Caller alpha = Caller.as(HUB, "alpha");
    byte[] bytes = "timestamp,ip\nmine".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Digest digest = Digest.of(bytes);
    new Caller(HUB)
        .send(
            new Caller(HUB)
                .to("/api/v1/reports?name=b.csv")
                .header("Authorization", "Bearer " + BRAVO)
                .POST(BodyPublishers.ofByteArray(bytes)));
    String absent = "0".repeat(64);
    for (String tail : List.of("", "/warnings", "/warnings.csv", "/raw")) {
      HttpResponse<String> foreign = alpha.get("/api/v1/reports/" + digest + tail, ALPHA);
      HttpResponse<String> none = alpha.get("/api/v1/reports/" + absent + tail, ALPHA);
      assertThat(foreign.statusCode()).as(tail).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(none.body());
    }
    for (String tail : List.of("", "/state", "/warnings.csv", "/raw")) {
      assertThat(alpha.get("/reports/" + digest + tail).statusCode()).as(tail).isEqualTo(404);
    }
  }

  @Test
  void forms_without_the_sessions_token_are_refused() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.form("/tokens", Map.of("title", "x", "scope", "pull")).statusCode())
        .isEqualTo(403);
    assertThat(alpha.form("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            alpha
                .send(alpha.to("/upload/stream?name=x").POST(BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void signing_in_changes_the_session_and_goes_nowhere_else() {
    Caller caller = new Caller(HUB);
    String before = cookie(caller.get("/sign-in"));
    HttpResponse<String> answer = caller.signIn("alpha", FakeHub.PASSWORD);
    assertThat(cookie(answer)).isNotEmpty().isNotEqualTo(before);
    String csrf = caller.csrf("/tokens");
    for (String back : List.of("//evil.example", "https://evil.example/", "/\\evil.example", "x")) {
      HttpResponse<String> switched =
          caller.form("/language", Map.of("to", "ja", "back", back, "_csrf", csrf));
      assertThat(switched.headers().firstValue("Location")).as(back).hasValue("/");
    }
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(each -> each.startsWith("tenbin="))
        .map(each -> each.substring(0, each.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  @Test
  void failed_sign_ins_lock_and_tell_nothing_about_logins() {
    Caller caller = new Caller(HUB);
    String known = "lockme";
    HUB.people.add(Fake.A, known, FakeHub.PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(where(caller.signIn(known, "wrong password"))).isEqualTo("/sign-in?failed");
    }
    assertThat(where(caller.signIn(known, FakeHub.PASSWORD))).isEqualTo("/sign-in?failed");
    assertThat(where(caller.signIn("nobody-at-all", "wrong password")))
        .isEqualTo("/sign-in?failed");
    assertThat(where(caller.signIn("bravo", FakeHub.PASSWORD))).doesNotContain("failed");
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void a_revoked_token_and_a_missing_scope_are_refused() {
    Tokens.Minted narrow =
        HUB.tokens.mint(Fake.A, "narrow", EnumSet.of(Scope.REPORT), Duration.ofDays(1));
    Caller caller = new Caller(HUB);
    assertThat(caller.get("/api/v1/rows", narrow.secret()).statusCode()).isEqualTo(403);
    assertThat(HUB.tokens.revoke(Fake.B, narrow.token().id())).isFalse();
    assertThat(caller.get("/api/v1/reports", narrow.secret()).statusCode()).isEqualTo(200);
    assertThat(HUB.tokens.revoke(Fake.A, narrow.token().id())).isTrue();
    assertThat(caller.get("/api/v1/reports", narrow.secret()).statusCode()).isEqualTo(401);
    Caller bravo = Caller.as(HUB, "bravo");
    bravo.form("/tokens/" + UUID.randomUUID() + "/revoke", Map.of("_csrf", bravo.csrf("/tokens")));
  }

  @Test
  void what_reports_carry_is_never_run_and_never_a_formula() {
    Caller alpha = Caller.as(HUB, "alpha");
    String csrf = alpha.csrf("/upload");
    HttpResponse<String> sent =
        alpha.send(
            alpha
                .to("/upload/stream?name=%3Cscript%3E.csv%0D%0AX-Evil:1")
                .header("X-CSRF-TOKEN", csrf)
                .POST(BodyPublishers.ofString("evil")));
    assertThat(sent.statusCode()).isEqualTo(200);
    Digest digest = Digest.of("evil".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String pages =
        alpha.get("/reports/" + digest).body()
            + alpha.get("/reports").body()
            + alpha.get("/network?range=30d").body();
    assertThat(pages)
        .contains("&lt;script&gt;")
        .doesNotContain("<script>")
        .doesNotContain("<img src=x");
    String table = alpha.get("/reports/" + digest + "/warnings.csv").body();
    assertThat(table).contains("\"'=cmd|' /C calc'!A0");
    HttpResponse<String> raw = alpha.get("/reports/" + digest + "/raw");
    assertThat(raw.statusCode()).isEqualTo(200);
    assertThat(raw.headers().map()).doesNotContainKey("x-evil");
    assertThat(raw.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
  }

  @Test
  void rows_leave_only_with_their_line_in_the_ledger() {
    Caller alpha = Caller.as(HUB, "alpha");
    for (String path :
        List.of("/network?range=30d", "/network/download?format=json-lines&range=30d")) {
      HttpResponse<String> answer = alpha.get(path);
      assertThat(answer.headers().firstValue("Tenbin-Receipt")).as(path).isPresent();
      Digest digest = Digest.of(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(HUB.deliveries.left())
          .as(path)
          .anyMatch(left -> left.digest().equals(digest) && left.rows() > 0);
    }
  }
}

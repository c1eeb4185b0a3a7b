package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.channel.Subscription;

/** Receipts, subscriptions and mails over the real port: one's own, and nothing of others'. */
class OwnOnlyTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String ALPHA = HUB.token(Fake.A);
  private static final String BRAVO = HUB.token(Fake.B);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Caller caller = new Caller(HUB);

  private HttpResponse<String> post(String path, String token, String json) {
    return caller.send(
        caller
            .to(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private String subscribed(String token) {
    HttpResponse<String> made =
        post(
            "/api/v1/subscriptions",
            token,
            "{\"channel\":\"webhook\",\"address\":\"https://soc.example/in\","
                + "\"schedule\":\"daily 07 Asia/Tokyo\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).contains("\"secret\":\"", "\"schedule\":\"daily 07 Asia/Tokyo\"");
    Matcher found = ID.matcher(made.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void a_receipt_is_found_by_its_recipient_and_by_nobody_else() {
    byte[] rows = caller.get("/api/v1/rows?most=7", ALPHA).body().getBytes(UTF_8);
    String digest = Digest.of(rows).hex();
    String path = "/api/v1/receipts?digest=" + digest;
    assertThat(caller.get(path, ALPHA).body()).contains("\"rows\":7", "\"salt\":");
    assertThat(caller.get(path, BRAVO).body()).isEqualTo("{\"receipts\":[]}");
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/receipts?digest=" + digest).body()).contains("Exactly these bytes");
    assertThat(Caller.as(HUB, "bravo").get("/receipts?digest=" + digest).body())
        .contains("No receipt of yours");
    assertThat(alpha.get("/receipts?digest=xyz").body()).contains("64 hexadecimal digits");
  }

  @Test
  void a_list_of_receipts_holds_ones_own_alone_and_has_an_end() {
    caller.get("/api/v1/rows?most=3", BRAVO);
    caller.get("/api/v1/rows?most=4", ALPHA);
    assertThat(caller.get("/api/v1/receipts?most=1", ALPHA).body()).contains("\"rows\":4");
    assertThat(caller.get("/api/v1/receipts?most=1", BRAVO).body()).contains("\"rows\":3");
    for (String wrong : List.of("most=0", "most=1001", "skip=-1", "digest=../x")) {
      assertThat(caller.get("/api/v1/receipts?" + wrong, ALPHA).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @Test
  void anothers_subscription_looks_like_one_that_does_not_exist() {
    String mine = subscribed(ALPHA);
    String absent = UUID.randomUUID().toString();
    assertThat(caller.get("/api/v1/subscriptions", BRAVO).body()).doesNotContain(mine);
    HttpResponse<String> none = caller.get("/api/v1/subscriptions/" + absent + "/attempts", BRAVO);
    HttpResponse<String> foreign = caller.get("/api/v1/subscriptions/" + mine + "/attempts", BRAVO);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(none.body());
    for (String change : List.of("pause", "resume", "retry", "renew-secret", "end")) {
      HttpResponse<String> refused =
          post("/api/v1/subscriptions/" + mine + "/" + change, BRAVO, "");
      assertThat(refused.statusCode()).as(change).isEqualTo(404);
      assertThat(refused.body()).as(change).doesNotContain("secret-");
    }
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/channels/" + mine).statusCode()).isEqualTo(404);
    String csrf = bravo.csrf("/channels");
    assertThat(bravo.form("/channels/" + mine, Map.of("change", "end", "_csrf", csrf)).statusCode())
        .isEqualTo(404);
    assertThat(caller.get("/api/v1/subscriptions/" + mine + "/attempts", ALPHA).statusCode())
        .isEqualTo(200);
    assertThat(state(mine)).isEqualTo(Subscription.State.ACTIVE);
  }

  private static Subscription.State state(String id) {
    return HUB.channels.subscriptionsOf(Fake.A).stream()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void a_private_webhook_address_is_refused_with_the_reason_in_words() {
    for (String inside :
        List.of(
            "https://10.1.2.3/",
            "https://[::1]/",
            "https://169.254.169.254/",
            "https://127.0.0.1/")) {
      HttpResponse<String> refused =
          post(
              "/api/v1/subscriptions",
              ALPHA,
              "{\"channel\":\"webhook\",\"address\":\"" + inside + "\"}");
      assertThat(refused.statusCode()).as(inside).isEqualTo(422);
      assertThat(refused.body()).contains("no public address that a webhook may call");
    }
    Caller alpha = Caller.as(HUB, "alpha");
    HttpResponse<String> page =
        alpha.form("/channels", form(alpha, "https://192.168.0.9/\"><script>"));
    assertThat(page.body()).contains("This cannot be served").doesNotContain("<script>");
    page = alpha.form("/channels", form(alpha, "https://192.168.0.9/"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("192.168.0.9 is no public address that a webhook may call")
        .contains("value=\"https://192.168.0.9/\"")
        .doesNotContain("secret-");
    assertThat(alpha.speaking("ja").form("/channels", form(alpha, "https://192.168.0.9/")).body())
        .contains("この設定では配信できません");
  }

  private static Map<String, String> form(Caller who, String address) {
    return Map.of(
        "channel", "webhook",
        "address", address,
        "format", "json-lines",
        "when", "daily",
        "hour", "7",
        "rows", "100",
        "_csrf", who.csrf("/channels"));
  }

  @Test
  void a_subscription_is_ordered_stopped_and_ended_by_its_page() {
    Caller alpha = Caller.as(HUB, "alpha");
    HttpResponse<String> made = alpha.form("/channels", form(alpha, "https://page.example/in"));
    assertThat(made.body()).contains("secret-").contains("https://page.example/in");
    assertThat(alpha.get("/channels").body()).doesNotContain("secret-");
    Subscription one =
        HUB.channels.subscriptionsOf(Fake.A).stream()
            .filter(each -> each.order().address().equals("https://page.example/in"))
            .findFirst()
            .orElseThrow();
    String path = "/channels/" + one.id();
    String csrf = alpha.csrf(path);
    assertThat(alpha.form(path, Map.of("change", "pause")).statusCode()).isEqualTo(403);
    assertThat(alpha.form(path, Map.of("change", "pause", "_csrf", csrf)).statusCode())
        .isEqualTo(302);
    assertThat(state(one.id().toString())).isEqualTo(Subscription.State.PAUSED);
    alpha.form(path, Map.of("change", "resume", "_csrf", csrf));
    HttpResponse<String> renewed =
        alpha.form(path, Map.of("change", "renew-secret", "_csrf", csrf));
    assertThat(renewed.body()).contains("secret-" + one.id() + "-2");
    assertThat(alpha.get(path).body())
        .doesNotContain("secret-" + one.id())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
    HUB.channels.kill(one.id(), "410 Gone");
    assertThat(alpha.get(path).body()).contains("Failed for good", "410 Gone", "Retry now");
    alpha.form(path, Map.of("change", "retry", "_csrf", csrf));
    assertThat(state(one.id().toString())).isEqualTo(Subscription.State.ACTIVE);
    assertThat(alpha.form(path, Map.of("change", "explode", "_csrf", csrf)).statusCode())
        .isEqualTo(400);
    alpha.form(path, Map.of("change", "end", "_csrf", csrf));
    assertThat(alpha.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void mails_and_the_report_address_are_ones_own() {
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/channels").body())
        .contains("cleaned by bravo", "gone@bravo.example", "report+bravo1@circle.example")
        .doesNotContain("alpha")
        .doesNotContain("<script>alert");
    assertThat(caller.get("/api/v1/mail", BRAVO).body())
        .contains("cleaned by bravo")
        .doesNotContain("alpha");
    String csrf = bravo.csrf("/channels");
    assertThat(bravo.form("/channels/report-address", Map.of()).statusCode()).isEqualTo(403);
    bravo.form("/channels/report-address", Map.of("_csrf", csrf));
    assertThat(caller.get("/api/v1/mail/report-address", BRAVO).body())
        .contains("report+bravo2@circle.example");
    assertThat(HUB.channels.addresses.of(Fake.A)).hasValue("report+alpha1@circle.example");
  }
}

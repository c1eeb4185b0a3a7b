package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.spine.deliver.channel.NotSent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages show of the balance and of a desk's work, for programs over the real port. */
class DeskApiTest {
  private static FakeHub hub;
  private static Caller caller;

  @BeforeAll
  static void start() throws java.io.IOException {
    hub = new FakeHub(false, 0);
    caller = new Caller(hub);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void scales_and_grounds_leave_with_a_line_in_the_ledger() {
    for (String path : new String[] {"/api/v1/balance", "/api/v1/grounds"}) {
      HttpResponse<String> answer = caller.get(path, hub.token(Fake.A));
      assertThat(answer.headers().firstValue("Tenbin-Receipt")).as(path).isPresent();
    }
    JsonNode balance = json(caller.get("/api/v1/balance", hub.token(Fake.A)));
    assertThat(balance.get("purposes").isArray()).isTrue();
    assertThat(balance.get("ladder").findValuesAsString("change")).contains("none");
    JsonNode grounds = json(caller.get("/api/v1/grounds", hub.token(Fake.A)));
    assertThat(grounds.get("clauses").isArray()).isTrue();
    HttpResponse<String> whole = caller.get("/api/v1/secretariat/balance", hub.token(Fake.A));
    assertThat(whole.statusCode()).as("the secretariat's alone").isEqualTo(403);
    json(caller.get("/api/v1/secretariat/balance", hub.token(Fake.SECRETARIAT)));
  }

  @Test
  void tokens_are_listed_without_what_opens_and_only_ones_own() {
    String secret = hub.token(Fake.A);
    String own = caller.get("/api/v1/tokens", secret).body();
    assertThat(json(caller.get("/api/v1/tokens", secret)).get("tokens")).isNotEmpty();
    assertThat(own).doesNotContain(secret);
    String others = caller.get("/api/v1/tokens", hub.token(Fake.B)).body();
    for (JsonNode each : JsonMapper.shared().readTree(own).get("tokens")) {
      assertThat(others).doesNotContain(each.get("id").asString());
    }
  }

  @Test
  void dead_letters_are_tried_again_and_nobody_touches_anothers() throws NotSent {
    UUID id = OfficePagesTest.dead(hub, Fake.A, "hidden-path", OfficePagesTest.status(410));
    JsonNode letters =
        json(caller.get("/api/v1/dead-letters", hub.token(Fake.SECRETARIAT))).get("letters");
    assertThat(letters.findValuesAsString("id")).containsExactly(id.toString());
    assertThat(letters.toString()).as("the path may be a key").doesNotContain("hidden-path");
    JsonNode letter = letters.get(0);
    String path =
        "/api/v1/dead-letters/"
            + letter.get("member").asString()
            + "/"
            + letter.get("id").asString();
    String other =
        letter.get("member").asString().equals("alpha") ? hub.token(Fake.B) : hub.token(Fake.A);
    assertThat(post(path, other, "{\"act\": \"retry\"}").statusCode()).isEqualTo(404);
    assertThat(post(path, hub.token(Fake.SECRETARIAT), "{\"act\": \"shred\"}").statusCode())
        .isEqualTo(400);
    assertThat(post(path, hub.token(Fake.SECRETARIAT), "{\"act\": \"put-aside\"}").statusCode())
        .as("why?")
        .isEqualTo(400);
    assertThat(post(path, hub.token(Fake.SECRETARIAT), "{\"act\": \"retry\"}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void a_network_that_does_not_count_is_forgotten() {
    String token = hub.token(Fake.A);
    post("/api/v1/networks", token, "{\"networks\": [\"203.0.113.128/26\"]}");
    assertThat(delete("/api/v1/networks?network=203.0.113.128/26", token).statusCode())
        .isEqualTo(204);
    assertThat(delete("/api/v1/networks?network=203.0.113.128/26", token).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_secretariat_sees_who_may_do_what() {
    JsonNode people =
        json(caller.get("/api/v1/secretariat/people", hub.token(Fake.SECRETARIAT))).get("people");
    assertThat(people.findValuesAsString("member")).contains("alpha", "bravo");
    assertThat(caller.get("/api/v1/secretariat/people", hub.token(Fake.B)).statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> post(String path, String token, String body) {
    return caller.send(
        caller
            .to(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> delete(String path, String token) {
    return caller.send(caller.to(path).header("Authorization", "Bearer " + token).DELETE());
  }
}

package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of a working group over the real port. */
class GroupDocumentPagesTest {
  private static final String DOCUMENTS = "/groups/bots/documents";

  private static FakeHub hub;

  @BeforeAll
  static void start() throws java.io.IOException {
    hub = new FakeHub(false, 0);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> put(
      Caller caller, Map<String, String> fields, String name, String content) {
    StringBuilder body = new StringBuilder(part("_csrf", caller.csrf(DOCUMENTS)));
    fields.forEach((field, value) -> body.append(part(field, value)));
    body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(name)
        .append("\"\r\nContent-Type: text/html\r\n\r\n")
        .append(content)
        .append("\r\n--edge--\r\n");
    return caller.send(
        caller
            .to(DOCUMENTS)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private static String part(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  @Test
  void a_document_has_versions_a_marking_and_a_title_that_the_circle_reads_where_it_says_so() {
    Caller alpha = Caller.as(hub, "alpha");
    Caller bravo = Caller.as(hub, "bravo");
    Map<String, String> open =
        Map.of("title", "Charter " + Fake.EVIL, "marking", "GREEN", "reach", "circle");
    assertThat(put(alpha, open, "charter.txt", Fake.EVIL).statusCode()).isEqualTo(302);
    String list = bravo.get(DOCUMENTS).body();
    assertThat(list)
        .contains("Charter &lt;", "TLP:GREEN", "charter.txt")
        .doesNotContain("<script>a");
    String document = first(list, "name=\"document\" value=\"([0-9a-f-]{36})\"");
    Map<String, String> next =
        Map.of("title", "Charter 2", "marking", "AMBER", "reach", "circle", "document", document);
    assertThat(put(bravo, next, "charter-2.txt", "second").statusCode()).isEqualTo(302);
    String both = alpha.get(DOCUMENTS).body();
    assertThat(both).contains("charter-2.txt", "charter.txt", "Versions: 2", "TLP:AMBER");

    Caller office = Caller.as(hub, "office");
    assertThat(office.get(DOCUMENTS).body())
        .contains("Charter 2", "The file is for those who take part")
        .doesNotContain("charter-2.txt", "Lay it there");
    String file = first(both, "href=\"(/groups/bots/document\\?file=[0-9a-f-]{36})\"");
    HttpResponse<String> bytes = alpha.get(file);
    assertThat(bytes.body()).isEqualTo("second");
    assertThat(bytes.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(bytes.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(bytes.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(bytes.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(bravo.get(file).statusCode()).as("under alpha's id").isEqualTo(404);
    assertThat(office.get(file).statusCode()).isEqualTo(404);
    removed(alpha, bravo, file);
  }

  private static void removed(Caller alpha, Caller bravo, String file) {
    String mine = first(alpha.get(DOCUMENTS).body(), "name=\"document\" value=\"([0-9a-f-]{36})\"");
    Map<String, String> gone =
        Map.of("document", mine, "why", "wrong paper", "_csrf", alpha.csrf(DOCUMENTS));
    assertThat(alpha.form(DOCUMENTS + "/remove", gone).statusCode()).isEqualTo(302);
    assertThat(alpha.form(DOCUMENTS + "/remove", gone).statusCode()).as("twice").isEqualTo(409);
    assertThat(alpha.get(file).statusCode()).isEqualTo(404);
    assertThat(bravo.get(DOCUMENTS).body())
        .contains("wrong paper", "Alpha Net", "taken away")
        .doesNotContain("charter-2.txt");
    assertThat(Caller.as(hub, "office").get(DOCUMENTS).body()).doesNotContain("Charter 2");
  }

  @Test
  void programs_lay_documents_and_what_is_none_is_refused_with_words() {
    Caller program = new Caller(hub);
    String token = hub.token(Fake.A);
    String place = "/api/v1" + DOCUMENTS;
    HttpResponse<String> kept =
        lay(program, place + "?name=p.txt&title=Program&marking=amber", token);
    JsonNode told = JsonMapper.shared().readTree(kept.body()).path("documents").path(0);
    assertThat(told.path("title").asString()).isEqualTo("Program");
    String version = told.path("versions").path(0).path("id").asString();
    assertThat(program.get("/api/v1/groups/bots/document?file=" + version, token).body())
        .isEqualTo("text");
    assertThat(lay(program, place + "?name=p.html&title=x", token).statusCode()).isEqualTo(422);
    assertThat(lay(program, place + "?name=p.log&title=x", token).statusCode()).isEqualTo(422);
    assertThat(lay(program, place + "?name=p.txt&title=x&marking=red", token).statusCode())
        .isEqualTo(400);
    assertThat(lay(program, place + "?name=p.txt&title=", token).statusCode()).isEqualTo(400);
    assertThat(lay(program, place + "?name=p.txt&title=x&reach=all", token).statusCode())
        .isEqualTo(400);
    assertThat(lay(program, place + "?name=p.txt&title=x", hub.token(Fake.OBSERVER)).statusCode())
        .isEqualTo(409);
    Caller alpha = Caller.as(hub, "alpha");
    HttpResponse<String> refused = put(alpha, Map.of("title", "x"), "page.html", "<b>");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Not kept");
  }

  private static HttpResponse<String> lay(Caller program, String place, String token) {
    return program.send(
        program
            .to(place)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofString("text")));
  }
}

package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of a case over the real port. */
class CaseFilePagesTest {
  private static final FakeHub HUB = FakeHub.shared();

  private static String page(Caller caller) {
    return "/cases/" + first(caller.get("/cases").body(), "href=\"/cases/([0-9a-f-]{36})\"");
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> put(Caller caller, String name, String content) {
    String path = page(caller) + "/files";
    String body =
        part("_csrf", caller.csrf(path))
            + part("reach", "circle")
            + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/html\r\n\r\n"
            + content
            + "\r\n--edge--\r\n";
    return caller.send(
        caller
            .to(path)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String part(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  @Test
  void a_file_is_only_ever_downloaded_whatever_it_says_it_is() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(put(alpha, "解析 notes.txt", Fake.EVIL).statusCode()).isEqualTo(302);
    Caller bravo = Caller.as(HUB, "bravo");
    String list = bravo.get(page(bravo) + "/files").body();
    assertThat(list).contains("解析 notes.txt").doesNotContain("Alpha Net");
    String file = first(list, "href=\"(/cases/[^\"]+/file\\?file=[0-9a-f-]{36})\"");
    HttpResponse<String> bytes = bravo.get(file);
    assertThat(bytes.body()).isEqualTo(Fake.EVIL);
    assertThat(bytes.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(bytes.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''");
    assertThat(bytes.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(bytes.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(bytes.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(alpha.get(file).statusCode()).as("under bravo's ids").isEqualTo(404);
  }

  @Test
  void a_page_of_html_and_a_program_are_refused_with_words() {
    Caller alpha = Caller.as(HUB, "alpha");
    HttpResponse<String> refused = put(alpha, "page.html", "<script>alert(1)</script>");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Not kept");
    assertThat(put(alpha, "paper.pdf", "MZ no paper").statusCode()).isEqualTo(400);
  }

  @Test
  void programs_lay_files_and_a_log_stays_with_its_own_organisation() {
    Caller program = new Caller(HUB);
    String token = HUB.token(Fake.A);
    String files = "/api/v1" + page(Caller.as(HUB, "alpha")) + "/files";
    HttpResponse<String> kept =
        program.send(
            program
                .to(files + "?name=night.log&reach=circle")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString("192.0.2.7 GET /secret\n")));
    assertThat(kept.statusCode()).isEqualTo(200);
    JsonNode log =
        JsonMapper.shared()
            .readTree(kept.body())
            .path("files")
            .valueStream()
            .filter(each -> each.path("name").asString().equals("night.log"))
            .findFirst()
            .orElseThrow();
    assertThat(log.path("reach").asString()).isEqualTo("own");
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get(page(bravo) + "/files").body()).doesNotContain("night.log");
    HttpResponse<String> refused =
        program.send(
            program
                .to(files + "?name=worm.exe")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString("MZ")));
    assertThat(refused.statusCode()).isEqualTo(422);
  }
}

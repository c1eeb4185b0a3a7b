package tenbin.proof.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.ProviderFile;
import tenbin.hub.run.RunningHub;
import tenbin.hub.wiring.Entrances;
import tenbin.hub.wiring.PostgresPersonBook;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.CircleFile;
import tenbin.web.signin.People;

/** A whole hub and a real Keycloak: link oneself, sign in there, out here and there. */
@Tag("nightly")
class KeycloakTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final String OWN = "a password of the hub's own";

  @TempDir private Path folder;

  private String hubAddress = "";

  /**
   * A browser without script. It keeps cookies by itself: Keycloak marks its own as secure on
   * loopback too, which browsers trust and Java's keeper of cookies does not.
   */
  private static final class Browser {
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      String site = request.build().uri().getAuthority();
      Map<String, String> own = cookies.computeIfAbsent(site, each -> new HashMap<>());
      if (!own.isEmpty()) {
        request.header(
            "Cookie",
            own.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; ")));
      }
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      for (String each : answer.headers().allValues("Set-Cookie")) {
        String pair = each.split(";", 2)[0];
        int at = pair.indexOf('=');
        if (each.contains("Max-Age=0")) {
          own.remove(pair.substring(0, at));
        } else {
          own.put(pair.substring(0, at), pair.substring(at + 1));
        }
      }
      return answer;
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(URI.create(address)));
    }

    HttpResponse<String> post(String address, Map<String, String> fields)
        throws IOException, InterruptedException {
      String body =
          fields.entrySet().stream()
              .map(each ->
                  each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return send(
          HttpRequest.newBuilder(URI.create(address))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body)));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    Matcher found = pattern.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  private String csrf(Browser browser, String path) throws IOException, InterruptedException {
    return found(CSRF, browser.get(hubAddress + path));
  }

  /** Signs in at the provider where the hub sent the browser; the way back to the hub. */
  private static String atKeycloak(Browser browser, String sent, String who)
      throws IOException, InterruptedException {
    HttpResponse<String> page = browser.get(sent);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    HttpResponse<String> done =
        browser.post(found(FORM, page), Map.of("username", who, "password", Keycloak.PASSWORD));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    return to(done);
  }

  private String absolute(String location) {
    return location.startsWith("/") ? hubAddress + location.substring(1) : location;
  }

  private boolean isIn(Browser browser) throws IOException, InterruptedException {
    return browser.get(hubAddress + "network").statusCode() == 200;
  }

  @Test
  void a_person_links_itself_at_a_real_keycloak_and_signs_in_and_out_there() throws Exception {
    Path zip = Keycloak.zip();
    if (!Files.exists(zip)) {
      System.err.println(
          "SKIPPED, NOT SHOWN: no Keycloak in the local Maven repository; fetch it by mvn"
              + " org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get -Dtransitive=false"
              + " -Dartifact=org.keycloak:keycloak-quarkus-dist:"
              + Keycloak.VERSION
              + ":zip");
    }
    assumeThat(zip).exists();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    int port = freePort();
    hubAddress = "http://localhost:" + port + "/";
    Path room = Files.createDirectories(folder.resolve("keycloak"));
    try (Keycloak keycloak = new Keycloak(zip, room, freePort(), hubAddress);
        RunningHub hub = RunningHub.start(how(port, keycloak))) {
      new People(new PostgresPersonBook(hub.dataSource()), Clock.systemUTC())
          .add(new MemberId("aozora"), "aoi", OWN);
      story();
    }
  }

  private void story() throws IOException, InterruptedException {
    Browser self = new Browser();
    self.post(
        hubAddress + "sign-in",
        Map.of("username", "aoi", "password", OWN, "_csrf", csrf(self, "sign-in")));
    assertThat(isIn(self)).isTrue();
    HttpResponse<String> sent =
        self.post(
            hubAddress + "account/providers/kc",
            Map.of("current", OWN, "_csrf", csrf(self, "account")));
    String back = atKeycloak(self, to(sent), "aoi");
    assertThat(to(self.get(back))).isEqualTo("/account?done=linked");

    Browser browser = new Browser();
    String there = to(begin(browser));
    String home = atKeycloak(browser, there, "aoi");
    assertThat(to(browser.get(home))).isEqualTo("/today");
    assertThat(isIn(browser)).isTrue();
    assertThat(to(new Browser().get(home))).as("replayed").isEqualTo("/sign-in?failed");

    String leave =
        to(browser.post(hubAddress + "sign-out", Map.of("_csrf", csrf(browser, "account"))));
    assertThat(leave).contains("id_token_hint=ey");
    assertThat(absolute(to(browser.get(leave)))).isEqualTo(hubAddress + "sign-in");
    assertThat(isIn(browser)).isFalse();
    String again = to(begin(browser));
    assertThat(browser.get(again).body()).as("signed out there too").contains("password");

    Browser stranger = new Browser();
    String asked = to(begin(stranger));
    String refused = to(stranger.get(atKeycloak(stranger, asked, "mallory")));
    assertThat(refused).isEqualTo("/sign-in?failed");
    assertThat(isIn(stranger)).isFalse();
  }

  private HttpResponse<String> begin(Browser browser) throws IOException, InterruptedException {
    return browser.post(
        hubAddress + "sign-in/provider/kc", Map.of("_csrf", csrf(browser, "sign-in")));
  }

  private HubStart how(int port, Keycloak keycloak) throws IOException {
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    Files.writeString(folder.resolve("kc.secret"), Keycloak.SECRET);
    Path file =
        Files.writeString(
            folder.resolve("kc.oidc"),
            """
            name = kc
            label = Keycloak
            issuer = %s
            client = tenbin
            secret-file = kc.secret
            members = aozora
            """
                .formatted(keycloak.issuer()));
    HubStart how =
        new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(circle),
            "127.0.0.1",
            port,
            false,
            false,
            Clock.systemUTC());
    return how.withHome(Optional.of(URI.create(hubAddress)))
        .withEntrances(new Entrances(List.of(ProviderFile.read(file)), Optional.empty()));
  }
}

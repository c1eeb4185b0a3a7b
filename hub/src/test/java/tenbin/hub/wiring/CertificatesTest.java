package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/** Programs that come with certificates, made by openssl, over a real TLS line. */
class CertificatesTest {
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">(tenbin_[A-Za-z0-9_-]+)<");
  private static final char[] NONE = "only a test".toCharArray();

  /** The least with which openssl ca signs by a validity of our own. */
  private static final String CONFIGURATION =
      """
      [ca]
      default_ca = own
      [own]
      new_certs_dir = .
      database = index.txt
      rand_serial = yes
      default_md = sha256
      policy = any
      x509_extensions = names
      [any]
      commonName = supplied
      [names]
      subjectAltName = IP:127.0.0.1
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeThat(openssl("version")).as("openssl is installed").isZero();
    make("hub", "20260101000000Z", "20361231000000Z");
    hub =
        new FakeHub(
            false,
            0,
            new Entrances(
                List.of(),
                Optional.of(
                    new MachineDoor(
                        HubConfig.LOOPBACK,
                        0,
                        folder.resolve("hub.crt"),
                        folder.resolve("hub.key")))));
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static int openssl(String... words) throws IOException, InterruptedException {
    try {
      String[] all = new String[words.length + 1];
      all[0] = "openssl";
      System.arraycopy(words, 0, all, 1, words.length);
      Process running =
          new ProcessBuilder(all)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("openssl.log").toFile())
              .start();
      return running.waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }

  private static void make(String name, String from, String to)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("index.txt"), "");
    Files.writeString(folder.resolve("ca.cnf"), CONFIGURATION);
    int asked =
        openssl(
            "req",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            name + ".key",
            "-out",
            name + ".csr",
            "-subj",
            "/CN=" + name);
    assertThat(asked).as(Files.readString(folder.resolve("openssl.log"))).isZero();
    int made =
        openssl(
            "ca",
            "-batch",
            "-selfsign",
            "-config",
            "ca.cnf",
            "-keyfile",
            name + ".key",
            "-in",
            name + ".csr",
            "-out",
            name + ".crt",
            "-notext",
            "-startdate",
            from,
            "-enddate",
            to);
    assertThat(made).as(Files.readString(folder.resolve("openssl.log"))).isZero();
    openssl(
        "pkcs12",
        "-export",
        "-inkey",
        name + ".key",
        "-in",
        name + ".crt",
        "-out",
        name + ".p12",
        "-passout",
        "pass:" + new String(NONE));
  }

  private static void make(String name) throws IOException, InterruptedException {
    make(name, "20260101000000Z", "20361231000000Z");
  }

  private static X509Certificate certificate(String name) {
    try (var in = Files.newInputStream(folder.resolve(name + ".crt"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Digest digest(String name) {
    try {
      return Digest.of(certificate(name).getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A program with that certificate; with none when the name is empty. */
  private static HttpClient program(String name) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("hub", certificate("hub"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (!name.isEmpty()) {
      try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
        own.load(in, NONE);
      }
    }
    keys.init(own, NONE);
    SSLContext line = SSLContext.getInstance("TLS");
    line.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(line).build();
  }

  private static HttpResponse<String> ask(HttpClient program, String path, String secret)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + hub.server.machinesPort() + path));
    if (!secret.isEmpty()) {
      request.header("Authorization", "Bearer " + secret);
    }
    return program.send(request.build(), BodyHandlers.ofString());
  }

  private static int status(String name, String path, String secret)
      throws GeneralSecurityException, IOException, InterruptedException {
    return ask(program(name), path, secret).statusCode();
  }

  private static Tokens.Minted waiting(MemberId member, String name, Set<Scope> scopes) {
    return hub.tokens.mint(member, name, scopes, Duration.ofDays(1), Optional.of(digest(name)));
  }

  private static Tokens.Minted shown(String name)
      throws GeneralSecurityException, IOException, InterruptedException {
    make(name);
    Tokens.Minted minted = waiting(Fake.A, name, EnumSet.of(Scope.REPORT));
    assertThat(status(name, "/api/v1/reports", minted.secret())).isEqualTo(200);
    return minted;
  }

  @Test
  void a_certificate_that_was_shown_with_its_secret_once_opens_alone_within_its_scopes()
      throws GeneralSecurityException, IOException, InterruptedException {
    make("sensor");
    Caller admin = Caller.as(hub, "alpha");
    String typed =
        digest("sensor").hex().toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    HttpResponse<String> page =
        admin.form(
            "/tokens",
            Map.of(
                "title",
                "sensor",
                "scope",
                "report",
                "days",
                "30",
                "certificate",
                typed,
                "_csrf",
                admin.csrf("/tokens")));
    Matcher found = SECRET.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    assertThat(page.body()).contains("not shown yet", typed.substring(0, 23));
    String secret = found.group(1);
    assertThat(status("sensor", "/api/v1/reports", "")).as("not shown yet").isEqualTo(401);
    assertThat(new Caller(hub).get("/api/v1/reports", secret).statusCode())
        .as("the secret alone")
        .isEqualTo(401);
    assertThat(status("sensor", "/api/v1/reports", secret)).isEqualTo(200);
    assertThat(status("sensor", "/api/v1/reports", "")).isEqualTo(200);
    assertThat(status("sensor", "/api/v1/rows", "")).as("not its scope").isEqualTo(403);
    assertThat(admin.get("/tokens").body())
        .containsPattern(
            "<span>sensor</span>[^\n]*<code>" + typed.substring(0, 23) + "…</code> </span>");
    assertThat(new Caller(hub).get("/api/v1/reports", secret).statusCode()).isEqualTo(401);
  }

  @Test
  void one_that_is_over_unknown_or_revoked_gets_the_same_answer()
      throws GeneralSecurityException, IOException, InterruptedException {
    Tokens.Minted revoked = shown("revoked");
    assertThat(hub.tokens.revoke(Fake.A, revoked.token().id())).isTrue();
    make("over", "20250101000000Z", "20260101000000Z");
    Tokens.Minted over = waiting(Fake.A, "over", EnumSet.of(Scope.REPORT));
    make("early", "20270101000000Z", "20280101000000Z");
    Tokens.Minted early = waiting(Fake.A, "early", EnumSet.of(Scope.REPORT));
    make("unknown");
    HttpResponse<String> nobody = ask(program("unknown"), "/api/v1/reports", "");
    assertThat(nobody.statusCode()).isEqualTo(401);
    for (HttpResponse<String> each :
        List.of(
            ask(program("revoked"), "/api/v1/reports", ""),
            ask(program("revoked"), "/api/v1/reports", revoked.secret()),
            ask(program("over"), "/api/v1/reports", over.secret()),
            ask(program("early"), "/api/v1/reports", early.secret()),
            ask(program("unknown"), "/api/v1/reports", over.secret()))) {
      assertThat(each.statusCode()).isEqualTo(401);
      assertThat(each.body()).isEqualTo(nobody.body());
      assertThat(each.headers().map().keySet()).isEqualTo(nobody.headers().map().keySet());
    }
  }

  @Test
  void naming_anothers_certificate_as_ones_own_takes_nothing_of_it()
      throws GeneralSecurityException, IOException, InterruptedException {
    make("theirs");
    Tokens.Minted squatted = waiting(Fake.B, "theirs", EnumSet.allOf(Scope.class));
    Tokens.Minted honest = waiting(Fake.A, "theirs", EnumSet.of(Scope.REPORT));
    assertThat(status("theirs", "/api/v1/reports", honest.secret())).isEqualTo(200);
    assertThat(status("theirs", "/api/v1/rows", "")).as("alpha's scopes").isEqualTo(403);
    make("thief");
    assertThat(status("thief", "/api/v1/reports", squatted.secret())).isEqualTo(401);
    assertThat(status("theirs", "/api/v1/rows", squatted.secret()))
        .as("alpha's, while it holds")
        .isEqualTo(403);
  }

  @Test
  void one_that_was_revoked_can_be_registered_anew()
      throws GeneralSecurityException, IOException, InterruptedException {
    Tokens.Minted first = shown("again");
    hub.tokens.revoke(Fake.A, first.token().id());
    Tokens.Minted second = waiting(Fake.A, "again", EnumSet.of(Scope.PULL));
    assertThat(status("again", "/api/v1/rows", second.secret())).isEqualTo(200);
    assertThat(status("again", "/api/v1/reports", "")).isEqualTo(200);
  }

  @Test
  void a_line_without_a_certificate_does_not_come_up_and_a_header_is_no_certificate()
      throws GeneralSecurityException, IOException, InterruptedException {
    shown("headed");
    HttpClient bare = program("");
    assertThatThrownBy(() -> ask(bare, "/api/v1/reports", hub.token(Fake.A)))
        .isInstanceOf(IOException.class);
    String pem = Files.readString(folder.resolve("headed.crt")).replaceAll("\\s+", " ");
    Caller caller = new Caller(hub);
    for (String name : List.of("X-Client-Cert", "SSL_CLIENT_CERT", "X-Forwarded-Client-Cert")) {
      assertThat(caller.send(caller.to("/api/v1/reports").header(name, pem)).statusCode())
          .as(name)
          .isEqualTo(401);
    }
  }

  @Test
  void a_program_gets_no_pages_and_its_certificate_makes_no_token_stronger()
      throws GeneralSecurityException, IOException, InterruptedException {
    shown("paged");
    HttpClient program = program("paged");
    for (String path : List.of("/", "/sign-in", "/tokens", "/secretariat/people", "/portal")) {
      HttpResponse<String> answer = ask(program, path, "");
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().map()).as(path).doesNotContainKey("set-cookie");
    }
    assertThat(ask(program, "/api/v1/rows", hub.token(Fake.B)).statusCode())
        .as("another's token beside it")
        .isEqualTo(403);
  }

  @Test
  void what_is_no_sha_256_is_said() {
    Caller admin = Caller.as(hub, "alpha");
    HttpResponse<String> page =
        admin.form(
            "/tokens",
            Map.of(
                "title",
                "x",
                "scope",
                "pull",
                "certificate",
                "12:34",
                "_csrf",
                admin.csrf("/tokens")));
    assertThat(page.body()).contains("64 hexadecimal digits").doesNotContain("tenbin_");
  }
}

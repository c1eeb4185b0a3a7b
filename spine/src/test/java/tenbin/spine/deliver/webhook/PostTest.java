package tenbin.spine.deliver.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.spine.deliver.channel.NotSent;

/** The POST against a real TLS server with a certificate made for the occasion. */
@SuppressWarnings("NullAway.Init")
class PostTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final WebhookRules RULES = WebhookRules.USUAL.withLoopback();
  private static final Duration TIME = Duration.ofSeconds(20);
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=receiver.example",
                "-ext",
                "SAN=dns:receiver.example",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    context = context(store);
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return made;
  }

  private static Post.Answer send(String url, SSLSocketFactory tls) throws IOException, NotSent {
    Target target = Target.parse(url, RULES);
    InetSocketAddress address =
        target.resolve(host -> List.of(InetAddress.ofLiteral("127.0.0.1")), RULES);
    return new Post(tls, TIME).send(target, address, Map.of(), "rows".getBytes(UTF_8));
  }

  @Test
  void checked_address_is_called_and_proves_the_name_by_its_certificate() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    AtomicReference<String> host = new AtomicReference<>("");
    server.createContext(
        "/in",
        exchange -> {
          host.set(exchange.getRequestHeaders().getFirst("Host"));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      String at = ":" + server.getAddress().getPort() + "/in";
      assertThat(send("https://receiver.example" + at, context.getSocketFactory()).status())
          .isEqualTo(204);
      assertThat(host.get()).startsWith("receiver.example:");
      host.set("");
      assertThatThrownBy(() -> send("https://other.example" + at, context.getSocketFactory()))
          .as("the certificate is another's")
          .isInstanceOf(SSLException.class);
      SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
      assertThatThrownBy(() -> send("https://receiver.example" + at, usual))
          .as("nobody vouches for it")
          .isInstanceOf(SSLException.class);
      assertThat(host.get()).as("nothing was sent").isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void server_that_sends_a_byte_now_and_then_is_cut_off_at_the_deadline() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread slow = Thread.ofVirtual().start(() -> trickle(server));
      Target target = Target.parse("http://receiver.example:" + server.getLocalPort(), RULES);
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
      Post post = new Post(context.getSocketFactory(), Duration.ofMillis(400));
      assertThatThrownBy(() -> post.send(target, address, Map.of(), new byte[1]))
          .isInstanceOf(IOException.class);
      slow.join(TIME);
      assertThat(slow.isAlive()).as("the connection was closed on it").isFalse();
    }
  }

  /** A byte whenever the client said nothing for a while, until it has gone. */
  private static void trickle(ServerSocket server) {
    try (Socket one = server.accept()) {
      one.setSoTimeout(50);
      boolean gone = false;
      while (!gone) {
        one.getOutputStream().write('H');
        gone = isGone(one);
      }
    } catch (IOException closed) {
      return; // As gone as can be.
    }
  }

  private static boolean isGone(Socket one) throws IOException {
    try {
      return one.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    }
  }
}

package tenbin.spine.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that a test makes for itself, and servers' certificates by it. */
public final class TestAuthority {
  private static final String PASSWORD = "for this test only";
  private final Path folder;
  private final String name;

  /** Makes one; each has a key of its own. */
  public TestAuthority(Path folder, String name) throws IOException, InterruptedException {
    this.folder = folder;
    this.name = name;
    keytool(
        store(name),
        "-genkeypair -alias a -keyalg EC -groupname secp256r1 -validity 3 -dname CN=" + name,
        "-ext bc:critical=ca:true -ext ku:critical=keyCertSign");
    keytool(store(name), "-exportcert -rfc -alias a -file " + file(name + ".pem"), "");
  }

  /** Its own certificate, as an operator would name it. */
  public Path certificate() {
    return file(name + ".pem");
  }

  /** What a server of that host name serves with. */
  public SSLContext server(String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    return server(host, "-validity 2");
  }

  /** One whose certificate was over long ago. */
  public SSLContext serverOfOnce(String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    return server(host, "-startdate 2020/01/01 -validity 30");
  }

  private SSLContext server(String host, String when)
      throws IOException, InterruptedException, GeneralSecurityException {
    String own = name + "-" + host + "-" + when.length();
    keytool(
        store(own),
        "-genkeypair -alias a -keyalg EC -groupname secp256r1 -validity 3 -dname CN=" + host,
        "");
    keytool(store(own), "-certreq -alias a -file " + file(own + ".csr"), "");
    String kind = host.matches("[0-9.]+") ? "ip" : "dns";
    keytool(
        store(name),
        "-gencert -rfc -alias a -infile " + file(own + ".csr") + " -outfile " + file(own + ".crt"),
        when + " -ext san=" + kind + ":" + host);
    keytool(store(own), "-importcert -noprompt -alias ca -file " + certificate(), "");
    keytool(store(own), "-importcert -noprompt -alias a -file " + file(own + ".crt"), "");
    return context(store(own));
  }

  private Path store(String of) {
    return file(of + ".p12");
  }

  private Path file(String of) {
    return folder.resolve(of);
  }

  private static void keytool(Path store, String words, String more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList((words + " " + more).strip().split(" +", -1)));
    command.addAll(
        List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD.toCharArray());
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(own.getKeyManagers(), null, null);
    return made;
  }
}

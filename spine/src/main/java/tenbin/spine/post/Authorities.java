package tenbin.spine.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates a mail server may show: those of the authorities that Java knows, or those of
 * a file and of nobody else. Any thread.
 */
public final class Authorities {
  /** The public ones, as this Java knows them. */
  public static final Authorities PUBLIC = new Authorities(Optional.empty());

  private final Optional<SSLSocketFactory> sockets;

  private Authorities(Optional<SSLSocketFactory> sockets) {
    this.sockets = sockets;
  }

  /**
   * The authorities in a file of PEM certificates (RFC 7468).
   *
   * @throws IllegalArgumentException when it holds no certificate that can be read
   */
  public static Authorities in(Path pem) throws IOException {
    try (InputStream bytes = Files.newInputStream(pem)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(bytes);
      if (all.isEmpty()) {
        throw new IllegalArgumentException("no certificate in " + pem);
      }
      return new Authorities(Optional.of(sockets(all)));
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException(
          "no certificates in " + pem + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private static SSLSocketFactory sockets(Collection<? extends Certificate> all)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int n = 0;
    for (Certificate each : all) {
      store.setCertificateEntry("authority-" + n++, each);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  /** What makes the lines; empty for Java's own. */
  Optional<SSLSocketFactory> sockets() {
    return sockets;
  }
}

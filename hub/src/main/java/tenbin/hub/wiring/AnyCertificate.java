package tenbin.hub.wiring;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Takes every client certificate to the end of the handshake, which proves that the client holds
 * its key. Whether it opens anything is asked by its SHA-256, so that one that is over, unknown or
 * revoked gets the same answer. It trusts no server.
 */
public final class AnyCertificate implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    if (chain.length == 0) {
      throw new CertificateException("none");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("for clients alone");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

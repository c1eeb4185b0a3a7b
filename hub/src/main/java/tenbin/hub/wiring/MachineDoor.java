package tenbin.hub.wiring;

import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * A second port, TLS by the hub itself, where programs prove who they are by a certificate. No
 * authority is asked: a certificate counts when a member registered this very one.
 *
 * @param host the address it listens on
 * @param port 0 takes a free one
 * @param certificate the hub's own with those above it (PEM)
 * @param key its key (PEM, PKCS #8)
 */
public record MachineDoor(String host, int port, Path certificate, Path key) {
  Connector connector() {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(port);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("address", host);
    connector.setProperty("SSLEnabled", "true");
    // Virtual threads do not reach a further connector by themselves.
    connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("machines-"));
    SSLHostConfig line = new SSLHostConfig();
    line.setProtocols("TLSv1.3+TLSv1.2");
    line.setCertificateVerification("required");
    line.setTrustManagerClassName(AnyCertificate.class.getName());
    SSLHostConfigCertificate own =
        new SSLHostConfigCertificate(line, SSLHostConfigCertificate.Type.UNDEFINED);
    own.setCertificateFile(certificate.toAbsolutePath().toString());
    own.setCertificateKeyFile(key.toAbsolutePath().toString());
    line.addCertificate(own);
    connector.addSslHostConfig(line);
    return connector;
  }
}

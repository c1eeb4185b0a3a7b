package tenbin.spine.post;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * TLS before a mail server that has none: from the first byte, or after the STARTTLS of SMTP or
 * IMAP. What it hears in plain it keeps.
 */
public final class TlsFront implements AutoCloseable {
  /** What is spoken before TLS begins. */
  public enum Speaks {
    TLS_AT_ONCE,
    SMTP,
    IMAP
  }

  private final ServerSocket listens;
  private final SSLContext context;
  private final Speaks speaks;
  private final int behind;
  private final List<String> plain = new CopyOnWriteArrayList<>();

  /** Listens on a free port of loopback before a server on another. */
  public TlsFront(SSLContext context, Speaks speaks, int behind) throws IOException {
    this.listens = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.context = context;
    this.speaks = speaks;
    this.behind = behind;
    Thread.ofVirtual().start(this::listen);
  }

  public int port() {
    return listens.getLocalPort();
  }

  /** Every line that came in plain. */
  public List<String> heardInPlain() {
    return List.copyOf(plain);
  }

  private void listen() {
    try {
      while (true) {
        Socket one = listens.accept();
        Thread.ofVirtual().start(() -> serve(one));
      }
    } catch (IOException closed) {
      return; // The test is over.
    }
  }

  private void serve(Socket one) {
    try (one) {
      if (speaks != Speaks.TLS_AT_ONCE && !isUpgraded(one)) {
        return;
      }
      try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(one, "", 0, true);
          Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
        tls.setUseClientMode(false);
        tls.startHandshake();
        if (speaks != Speaks.TLS_AT_ONCE) {
          line(server.getInputStream()); // The client had its greeting in plain.
        }
        Thread back = Thread.ofVirtual().start(() -> pump(server, tls));
        pump(tls, server);
        back.join();
      }
    } catch (IOException | InterruptedException refused) {
      return; // The client went away: that is what the tests look at.
    }
  }

  private boolean isUpgraded(Socket one) throws IOException {
    OutputStream out = one.getOutputStream();
    say(out, speaks == Speaks.SMTP ? "220 front ESMTP" : "* OK front");
    for (String line = line(one.getInputStream());
        !line.isEmpty();
        line = line(one.getInputStream())) {
      plain.add(line);
      String words = line.toUpperCase(Locale.ROOT);
      String tag = words.substring(0, Math.max(0, words.indexOf(' ')));
      if (words.endsWith("STARTTLS")) {
        say(out, speaks == Speaks.SMTP ? "220 go on" : tag + " OK go on");
        return true;
      }
      if (speaks == Speaks.SMTP) {
        say(out, "250-front\r\n250 STARTTLS");
      } else {
        say(out, "* CAPABILITY IMAP4rev1 STARTTLS\r\n" + tag + " OK done");
      }
    }
    return false;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      return; // One side ended the conversation.
    }
  }

  @Override
  public void close() throws IOException {
    listens.close();
  }
}

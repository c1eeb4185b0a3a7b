package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where webhooks and mails of all members arrive, byte for byte: a web server that takes everything
 * but what goes to /gone, and a mail server (RFC 5321) that takes every mail.
 */
final class Receiver implements AutoCloseable {
  private final ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ServerSocket mail = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Arrived> arrived = new ArrayList<>();

  /**
   * What arrived.
   *
   * @param to the first line of a request, or the addressee of a mail
   * @param bytes each a sign of Latin 1
   */
  record Arrived(String to, String bytes) {}

  Receiver() throws IOException {
    Thread.ofVirtual().start(() -> serve(web, this::request));
    Thread.ofVirtual().start(() -> serve(mail, this::mails));
  }

  int webPort() {
    return web.getLocalPort();
  }

  int mailPort() {
    return mail.getLocalPort();
  }

  /** Everything since the last time. */
  synchronized List<Arrived> take() {
    List<Arrived> all = List.copyOf(arrived);
    arrived.clear();
    return all;
  }

  private synchronized void put(String to, ByteArrayOutputStream bytes) {
    arrived.add(new Arrived(to, bytes.toString(ISO_8859_1)));
  }

  /** Talks with one caller. */
  private interface Talk {
    void with(InputStream in, OutputStream out) throws IOException;
  }

  private static void serve(ServerSocket door, Talk talk) {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        talk.with(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
      } catch (IOException gone) {
        // Whoever was there has gone; the next one is waited for until the door is closed.
      }
    }
  }

  private void request(InputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String first = line(in, all);
    int length = 0;
    for (String line = line(in, all); !line.isBlank(); line = line(in, all)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    all.writeBytes(in.readNBytes(length));
    put(first, all);
    String status = first.contains("/gone") ? "500 Broken" : "200 OK";
    out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII));
    out.flush();
  }

  private void mails(InputStream in, OutputStream out) throws IOException {
    say(out, "220 pair.example");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String to = "";
    while (true) {
      String line = line(in, all);
      String word = line.toUpperCase(Locale.ROOT);
      if (line.isEmpty() || word.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      }
      if (word.startsWith("RCPT")) {
        to = line.strip();
      }
      if (word.startsWith("DATA")) {
        say(out, "354 go on");
        while (!line.equals(".\r\n")) {
          line = line(in, all);
        }
        put(to, all);
      }
      say(out, "250 pair.example");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  /** A line with its end; empty at the end of all. */
  private static String line(InputStream in, ByteArrayOutputStream all) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      next = in.read();
    }
    all.writeBytes(line.toByteArray());
    return line.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    web.close();
    mail.close();
  }
}

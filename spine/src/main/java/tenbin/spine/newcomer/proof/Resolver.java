package tenbin.spine.newcomer.proof;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * The resolver that the hub's operator named. Each question has its own port and its own id, and
 * goes once more when it is lost; what does not fit comes over TCP. Any thread.
 */
public final class Resolver {
  /** What resolvers themselves wait for a server far away. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int PORT = 53;
  private static final int TRIES = 2;
  private static final int MOST_ID = 1 << 16;

  /** Datagrams of somebody else that are passed over while one answer is waited for. */
  private static final int MOST_STRAYS = 16;

  private final InetSocketAddress server;
  private final SecureRandom random = new SecureRandom();

  public Resolver(InetSocketAddress server) {
    this.server = server;
  }

  /**
   * Reads "127.0.0.1:5353", "[::1]:5353", or an address alone.
   *
   * @throws IllegalArgumentException when it names no address: names are not asked for
   */
  public static Resolver parse(String text) {
    return new Resolver(ServerAddress.parse(text, PORT));
  }

  /** The first one of a machine's own list (resolv.conf). */
  public static Optional<Resolver> of(Path list) throws IOException {
    if (!Files.isReadable(list)) {
      return Optional.empty();
    }
    for (String line : Files.readAllLines(list)) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length > 1 && words[0].equals("nameserver") && words[1].indexOf('%') < 0) {
        return Optional.of(
            new Resolver(new InetSocketAddress(InetAddress.ofLiteral(words[1]), PORT)));
      }
    }
    return Optional.empty();
  }

  /** As the record of a proof names it. */
  @Override
  public String toString() {
    return server.getAddress().getHostAddress() + " port " + server.getPort();
  }

  /**
   * Asks for the TXT records of a name.
   *
   * @throws IOException when nobody answered
   */
  TxtQuery.Answer ask(String name) throws IOException {
    TxtQuery query = new TxtQuery(random.nextInt(MOST_ID), name);
    SocketTimeoutException lost = new SocketTimeoutException("no answer");
    for (int i = 0; i < TRIES; i++) {
      try {
        TxtQuery.Answer answer = byDatagram(query);
        return answer.cut() ? byStream(query) : answer;
      } catch (SocketTimeoutException again) {
        lost = again;
      }
    }
    throw lost;
  }

  private TxtQuery.Answer byDatagram(TxtQuery query) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      // A connected socket hears nobody else.
      socket.connect(server);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      byte[] question = query.bytes();
      socket.send(new DatagramPacket(question, question.length));
      for (int i = 0; i < MOST_STRAYS; i++) {
        DatagramPacket heard = new DatagramPacket(new byte[TxtQuery.UDP_BYTES], TxtQuery.UDP_BYTES);
        socket.receive(heard);
        byte[] told = java.util.Arrays.copyOf(heard.getData(), heard.getLength());
        try {
          return query.read(told);
        } catch (IllegalArgumentException stray) {
          // Not ours: the answer may still come.
        }
      }
    }
    throw new SocketTimeoutException("no answer but others'");
  }

  private TxtQuery.Answer byStream(TxtQuery query) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server, (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      byte[] question = query.bytes();
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(question.length);
      out.write(question);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] told = new byte[in.readUnsignedShort()];
      in.readFully(told);
      return query.read(told);
    } catch (IllegalArgumentException strange) {
      throw new IOException("an answer that is none", strange);
    }
  }
}

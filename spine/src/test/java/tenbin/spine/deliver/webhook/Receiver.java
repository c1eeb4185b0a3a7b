package tenbin.spine.deliver.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A member's web server on loopback that answers as a test tells it, 200 when not told. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Answering> answers = new ArrayDeque<>();
  private final List<Got> got = new ArrayList<>();

  /** What came in one request. */
  record Got(String delivery, String signature, String receipt, String host, String body) {
    List<String> lines() {
      return body.lines().toList();
    }
  }

  /** How one request is answered. */
  interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/in?who=aoi";
  }

  synchronized List<Got> got() {
    return List.copyOf(got);
  }

  synchronized void next(int... statuses) {
    for (int status : statuses) {
      answers.add(exchange -> exchange.sendResponseHeaders(status, -1));
    }
  }

  synchronized void next(Answering answering) {
    answers.add(answering);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var fields = exchange.getRequestHeaders();
    Answering answering;
    synchronized (this) {
      got.add(
          new Got(
              fields.getFirst("Tenbin-Delivery"),
              fields.getFirst("Tenbin-Signature"),
              fields.getFirst("Tenbin-Receipt"),
              fields.getFirst("Host"),
              body));
      answering =
          answers.isEmpty() ? each -> each.sendResponseHeaders(200, -1) : answers.removeFirst();
    }
    try (exchange) {
      answering.answer(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package tenbin.proof.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tenbin.nouns.net.Address;
import tools.jackson.databind.json.JsonMapper;

/** Web servers on loopback that webhooks post to, each of them for a few members. */
final class Receivers implements AutoCloseable {
  private static final int MEMBERS_EACH = 5;

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger parcels = new AtomicInteger();
  private final Notices notices;

  Receivers(Notices notices) throws IOException {
    this.notices = notices;
    for (int i = 0; i < NoticeCircle.MEMBERS / MEMBERS_EACH; i++) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::handle);
      server.setExecutor(threads);
      server.start();
      servers.add(server);
    }
  }

  String url(int member) {
    int port = servers.get(member / MEMBERS_EACH).getAddress().getPort();
    return "http://127.0.0.1:" + port + "/" + member;
  }

  int parcels() {
    return parcels.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int member = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
      body.lines().forEach(line -> notices.noticed(member, row(line)));
      parcels.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static int row(String line) {
    return NoticeCircle.rowOf(
        Address.parse(JsonMapper.shared().readTree(line).at("/source/ip").asString()));
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}

package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import tenbin.hub.run.RunningHub;
import tenbin.hub.wiring.PostgresTokenBook;
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/** A program of a member that goes on from cursor to cursor. */
final class Pulling {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String rows;
  private final String secret;
  private String cursor = "";

  Pulling(RunningHub hub, String member, Clock clock) {
    this.rows = hub.address() + "api/v1/rows?format=json-lines&after=";
    this.secret =
        new Tokens(new PostgresTokenBook(hub.dataSource()), clock)
            .mint(new MemberId(member), "story", EnumSet.allOf(Scope.class), Duration.ofDays(99))
            .secret();
  }

  /** What lies behind the last cursor. */
  List<String> next() {
    HttpResponse<String> batch = pull(cursor);
    cursor = batch.headers().firstValue("Tenbin-Cursor").orElse("");
    return batch.body().lines().toList();
  }

  /** Everything, from the beginning. */
  List<String> all() {
    return pull("").body().lines().toList();
  }

  private HttpResponse<String> pull(String after) {
    try {
      HttpResponse<String> batch =
          client.send(
              HttpRequest.newBuilder(URI.create(rows + after))
                  .header("Authorization", "Bearer " + secret)
                  .build(),
              BodyHandlers.ofString());
      assertThat(batch.statusCode()).isEqualTo(200);
      return batch;
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}

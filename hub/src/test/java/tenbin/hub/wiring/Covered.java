package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import tenbin.nouns.report.Digest;

/**
 * The invariant of every answer that a test gets: what names a receipt stands in the ledger byte
 * for byte, and the rows' own door gives nothing without one.
 */
final class Covered {
  private static final String RECEIPT = "Tenbin-Receipt";

  private Covered() {}

  static void check(FakeHub hub, HttpResponse<String> answer) {
    boolean rows = answer.statusCode() == 200 && answer.uri().getPath().startsWith("/api/v1/rows");
    boolean named = answer.headers().firstValue(RECEIPT).isPresent();
    if (rows && !named) {
      throw new AssertionError(answer.uri() + " left without a line in the ledger");
    }
    Digest digest = Digest.of(answer.body().getBytes(UTF_8));
    if (named && hub.deliveries.left().stream().noneMatch(each -> each.digest().equals(digest))) {
      throw new AssertionError(answer.uri() + " left with other bytes than its line commits to");
    }
  }
}

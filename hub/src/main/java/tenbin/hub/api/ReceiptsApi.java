package tenbin.hub.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/**
 * What left for the caller's member, newest first: {@code GET /api/v1/receipts}; with {@code
 * digest} the one whose bytes have that SHA-256. The salt lets the member compute the commitment:
 * SHA-256 over the salt's bytes and the digest's 64 hexadecimal digits.
 */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/receipts")
public class ReceiptsApi {
  private static final int MOST = 1_000;
  private static final int MOST_SKIP = 1_000_000;

  private final ReceiptBook book;

  public ReceiptsApi(ReceiptBook book) {
    this.book = book;
  }

  @GetMapping
  Map<String, Object> receipts(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "most", defaultValue = "100") int most,
      @RequestParam(name = "skip", defaultValue = "0") int skip,
      @RequestParam(name = "digest", defaultValue = "") String digest) {
    if (most < 1 || most > MOST || skip < 0 || skip > MOST_SKIP) {
      throw Problem.wrong("most is 1 to " + MOST + ", skip 0 to " + MOST_SKIP + ".");
    }
    List<ReceiptBook.Line> lines =
        digest.isEmpty()
            ? book.receipts(visitor.member(), skip, most)
            : book.find(visitor.member(), Asked.digest(digest)).stream().toList();
    return Map.of("receipts", lines.stream().map(ReceiptsApi::body).toList());
  }

  private static Map<String, Object> body(ReceiptBook.Line line) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", line.id().toString());
    body.put("at", line.at().toString());
    body.put("purpose", line.purpose());
    body.put("outlet", line.outlet().toLowerCase(java.util.Locale.ROOT));
    body.put("format", line.format());
    body.put("rows", line.rows());
    body.put("bases", line.bases());
    body.put("obligations", line.obligations());
    body.put("commitment", line.commitment());
    body.put("salt", line.salt());
    return body;
  }
}

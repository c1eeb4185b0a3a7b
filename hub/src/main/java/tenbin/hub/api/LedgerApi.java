package tenbin.hub.api;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.ProofBook;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/**
 * The ledger's evidence for the caller's own member: {@code GET /api/v1/ledger/key} and {@code
 * /head}, the proof of a receipt, its own disclosure statement, the proof that the ledger only
 * grew. The files hold by themselves: {@code tenbin ledger verify FILE --key KEY}.
 */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/ledger")
public class LedgerApi {
  /** Seconds until the next head at most. */
  private static final String SOON = "10";

  /** Later than any line. */
  private static final String END = "9999-12-31T00:00:00Z";

  private final EvidenceBook book;

  public LedgerApi(EvidenceBook book) {
    this.book = book;
  }

  @GetMapping(value = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
  @May(Act.FOLLOW)
  String key() {
    return book.key() + "\n";
  }

  @GetMapping(value = "/head", produces = MediaType.TEXT_PLAIN_VALUE)
  @May(Act.FOLLOW)
  String head() {
    return book.head().orElseThrow(Problem::absent).toString();
  }

  @GetMapping("/receipts/{id}")
  ResponseEntity<byte[]> receipt(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    return switch (book.receipt(visitor.member(), id)) {
      case ProofBook.Proved.Proof(var file) -> file("receipt-" + id, file.bytes());
      case ProofBook.Proved.NotYet ignored ->
          throw new Problem(503, "not-yet", "The next signed head will have it.")
              .with(HttpHeaders.RETRY_AFTER, SOON);
      case ProofBook.Proved.Unknown ignored -> throw Problem.absent();
    };
  }

  @GetMapping("/statement")
  ResponseEntity<byte[]> statement(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "from", defaultValue = "1970-01-01T00:00:00Z") Instant from,
      @RequestParam(name = "to", defaultValue = END) Instant to) {
    return book.statement(visitor.member().party(), from, to)
        .map(statement -> file("statement", statement.bytes()))
        .orElseThrow(Problem::absent);
  }

  @GetMapping("/consistency")
  ResponseEntity<byte[]> consistency(
      @AuthenticationPrincipal Visitor visitor, @RequestParam("heads") long heads) {
    return book.consistency(heads)
        .map(proof -> file("consistency", proof.bytes()))
        .orElseThrow(() -> Problem.wrong("The ledger never had so many heads."));
  }

  private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tenbin-" + name + ".json\"")
        .body(bytes);
  }
}

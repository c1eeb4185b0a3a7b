package tenbin.hub.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.ProofBook;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.StatementText;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The files by which the visitor's member proves what left for it, about it, and to whom. */
@Controller
@May(Act.READ)
public class EvidencePage {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final EvidenceBook book;

  public EvidencePage(EvidenceBook book) {
    this.book = book;
  }

  @GetMapping("/receipts/{id}/proof")
  ResponseEntity<byte[]> proof(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    return switch (book.receipt(visitor.member(), id)) {
      case ProofBook.Proved.Proof(var file) ->
          file("tenbin-receipt-" + id + ".json", MediaType.APPLICATION_JSON, file.bytes());
      case ProofBook.Proved.NotYet ignored ->
          // The next signed head will have it: within ten seconds.
          throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
      case ProofBook.Proved.Unknown ignored ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @GetMapping("/receipts/ledger-key.txt")
  ResponseEntity<byte[]> key() {
    byte[] key = (book.key() + "\n").getBytes(StandardCharsets.US_ASCII);
    return file("tenbin-ledger-key.txt", MediaType.TEXT_PLAIN, key);
  }

  @GetMapping("/receipts/statement.json")
  ResponseEntity<byte[]> statement(@AuthenticationPrincipal Visitor visitor) {
    return file("tenbin-statement.json", MediaType.APPLICATION_JSON, statementOf(visitor).bytes());
  }

  @GetMapping("/receipts/statement.html")
  ResponseEntity<byte[]> readable(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    StatementText.Language language =
        locale.getLanguage().equals("ja") ? StatementText.Language.JA : StatementText.Language.EN;
    String page = new StatementText(statementOf(visitor), book.key(), language).html();
    return file("tenbin-statement.html", HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  private Evidence.Statement statementOf(Visitor visitor) {
    return book.statement(visitor.member().party(), Instant.EPOCH, END)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }
}

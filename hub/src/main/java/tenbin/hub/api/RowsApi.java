package tenbin.hub.api;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;
import tenbin.wire.Writer;

/**
 * One's own rows behind a cursor: {@code GET /api/v1/rows}. {@code Tenbin-Cursor} says where to go
 * on, {@code Tenbin-More} whether more is there now, {@code Tenbin-Receipt} names the ledger's
 * line.
 */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/rows")
public class RowsApi {
  static final String CURSOR = "Tenbin-Cursor";
  static final String MORE = "Tenbin-More";

  private final Deliveries deliveries;
  private final WayOut wayOut;

  public RowsApi(Deliveries deliveries, WayOut wayOut) {
    this.deliveries = deliveries;
    this.wayOut = wayOut;
  }

  @GetMapping
  ResponseEntity<byte[]> pull(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "purpose", defaultValue = "P1") String purposeText,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "most", defaultValue = "1000") int most,
      @RequestParam(name = "format", defaultValue = "json-lines") String format) {
    Purpose purpose = Asked.purpose(purposeText);
    Writer writer =
        wayOut
            .writer(format)
            .orElseThrow(() -> new Problem(400, "unknown-format", "No format of that name."));
    if (most < 1 || most > Pull.MOST) {
      throw Problem.wrong("Ask for 1 to " + Pull.MOST + " rows.");
    }
    Optional<String> cursor = Optional.of(after).filter(text -> !text.isEmpty());
    Batch batch = deliveries.pull(new Pull(visitor.member(), purpose, Outlet.API, cursor, most));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .header(CURSOR, batch.cursor())
            .header(MORE, Boolean.toString(batch.more()))
            .header(HttpHeaders.CONTENT_TYPE, writer.mediaType());
    WayOut.Parcel parcel =
        wayOut.pack(new WayOut.Errand(visitor.member(), purpose, Outlet.API), writer, batch.rows());
    return answer.header(LedgerDoor.RECEIPT, parcel.receipt().id().toString()).body(parcel.bytes());
  }
}

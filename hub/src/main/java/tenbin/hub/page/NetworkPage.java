package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.hub.network.Choice;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.ledger.Receipt;
import tenbin.web.audit.Audit;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.WayOut;
import tenbin.web.exit.WayOut.Errand;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.wire.Writer;

/**
 * One's own rows: a picture over time, the newest of them, one of them whole with its line of the
 * ledger, and what is on the screen as a file.
 */
@Controller
@May(Act.READ)
public class NetworkPage {
  private static final Purpose PURPOSE = Choice.PURPOSE;
  private static final int PAGE_ROWS = 50;
  private static final int MOST_PAGE = 10_000 / PAGE_ROWS;

  private final Deliveries deliveries;
  private final WayOut wayOut;
  private final Audit audit;
  private final Clock clock;

  public NetworkPage(Deliveries deliveries, WayOut wayOut, Audit audit, Clock clock) {
    this.deliveries = deliveries;
    this.wayOut = wayOut;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/network")
  String network(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "0") int page,
      HttpServletRequest request,
      Model model) {
    Choice choice = Choice.of(range, type, q);
    RowOrder sorted = RowOrder.of(order);
    int at = Math.clamp(page, 0, MOST_PAGE - 1);
    List<Disclosure> rows = rows(visitor, choice, sorted, Part.page(at, 1), Outlet.PAGE);
    List<Disclosure> shown = rows.subList(0, Math.min(rows.size(), PAGE_ROWS));
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    wayOut.willShow(request, new Errand(visitor.member(), PURPOSE, Outlet.PAGE), shown);
    model.addAttribute("choice", choice);
    model.addAttribute("order", sorted);
    model.addAttribute("page", at);
    model.addAttribute(
        "rows",
        shown.stream().map(row -> RowLine.of(row, LocaleContextHolder.getLocale())).toList());
    model.addAttribute("more", rows.size() > PAGE_ROWS && at < MOST_PAGE - 1);
    List<Deliveries.Tally> bars = bars(visitor, choice);
    TallyChart chart = chart(visitor, bars, choice, time);
    model.addAttribute("chart", chart);
    model.addAttribute("types", types(bars, choice));
    model.addAttribute("formats", wayOut.writers());
    model.addAttribute("purpose", PURPOSE);
    return "hub/page/network";
  }

  @GetMapping("/network/{id}")
  String row(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Model model) {
    Disclosure row =
        deliveries
            .row(visitor.member(), PURPOSE, Outlet.PAGE, id)
            .filter(Disclosure::isSighting)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    wayOut.willShow(request, new Errand(visitor.member(), PURPOSE, Outlet.PAGE), List.of(row));
    model.addAttribute("row", RowLine.of(row, LocaleContextHolder.getLocale()));
    model.addAttribute("facts", Facts.of(row, LocaleContextHolder.getLocale()));
    model.addAttribute("kept", Facts.kept(row));
    model.addAttribute(
        "why", row.attribution().map(each -> List.of(Facts.why(each, time))).orElse(List.of()));
    model.addAttribute(
        "clockError", row.time().map(each -> Facts.span(each.errorNanos())).orElse(""));
    model.addAttribute("terms", row.terms());
    model.addAttribute("obligations", Facts.obligations(row, LocaleContextHolder.getLocale()));
    return "hub/page/row";
  }

  /** The newest line of the ledger that says this row's page went to the visitor's member. */
  @GetMapping("/network/{id}/line")
  String line(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id, Model model) {
    Receipt receipt =
        wayOut
            .lastLine(visitor.member(), "/network/" + id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("id", id);
    model.addAttribute("receipt", receipt);
    return "hub/page/row-line";
  }

  @GetMapping("/network/download")
  ResponseEntity<byte[]> download(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "format") String format,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "-1") int page) {
    Choice choice = Choice.of(range, type, q);
    Part part = page < 0 ? Part.ALL : Part.page(Math.min(page, MOST_PAGE - 1), 0);
    if (!format.equals(ScreenTable.FORMAT) && wayOut.writer(format).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<Disclosure> rows = rows(visitor, choice, RowOrder.of(order), part, Outlet.DOWNLOAD);
    Errand errand = new Errand(visitor.member(), PURPOSE, Outlet.DOWNLOAD);
    Leaving leaving = leaving(errand, format, rows);
    audit.did(visitor, "download", leaving.parcel.receipt().id().toString());
    String name =
        "tenbin-" + choice.range() + "-" + PURPOSE.code() + "-" + format.toLowerCase(Locale.ROOT);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, leaving.mediaType)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + leaving.ending)
                .build()
                .toString())
        .header("Tenbin-Purpose", PURPOSE.code() + " " + PURPOSE.word())
        .header(LedgerDoor.RECEIPT, leaving.parcel.receipt().id().toString())
        .body(leaving.parcel.bytes());
  }

  /** Bytes about to leave, with what a browser has to know of them. */
  private record Leaving(WayOut.Parcel parcel, String mediaType, String ending) {}

  private Leaving leaving(Errand errand, String format, List<Disclosure> rows) {
    if (format.equals(ScreenTable.FORMAT)) {
      byte[] bytes = ScreenTable.of(rows, LocaleContextHolder.getLocale());
      return new Leaving(wayOut.packAs(errand, format, rows, bytes), ScreenTable.MEDIA_TYPE, "csv");
    }
    Writer writer = wayOut.writer(format).orElseThrow();
    return new Leaving(wayOut.pack(errand, writer, rows), writer.mediaType(), writer.fileEnding());
  }

  /** Which rows of a choice: from one on, so many. */
  private record Part(int skip, int most) {
    static final Part ALL = new Part(0, Pull.MOST);

    static Part page(int page, int more) {
      return new Part(page * PAGE_ROWS, PAGE_ROWS + more);
    }
  }

  /** In the order of their coming; in another order the newest of them, sorted. */
  private List<Disclosure> rows(
      Visitor visitor, Choice choice, RowOrder order, Part part, Outlet outlet) {
    Instant now = clock.instant();
    if (order.isOfComing()) {
      return deliveries.newest(choice.rows(visitor.member(), now, part.most, part.skip), outlet);
    }
    List<Disclosure> all =
        deliveries.newest(choice.rows(visitor.member(), now, RowOrder.MOST, 0), outlet);
    return all.stream().sorted(order.by()).skip(part.skip).limit(part.most).toList();
  }

  private List<Deliveries.Tally> bars(Visitor visitor, Choice choice) {
    return deliveries.tally(
        choice.bars(visitor.member(), clock.instant(), Pull.MOST), choice.bucket());
  }

  private TallyChart chart(
      Visitor visitor, List<Deliveries.Tally> bars, Choice choice, ReaderTime time) {
    Deliveries.Search span = choice.bars(visitor.member(), clock.instant(), 0);
    List<Deliveries.Tally> wanted =
        bars.stream()
            .filter(each -> choice.type().isEmpty() || choice.type().equals(each.type()))
            .toList();
    return TallyChart.of(wanted, span.from(), span.to(), choice.bucket(), time);
  }

  private static List<String> types(List<Deliveries.Tally> bars, Choice choice) {
    return Stream.concat(bars.stream().map(Deliveries.Tally::type), Stream.of(choice.type()))
        .filter(each -> Rsit.tryOfType(each).isPresent())
        .distinct()
        .sorted()
        .toList();
  }
}

package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.web.audit.Audit;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.WayOut;
import tenbin.web.exit.WayOut.Errand;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.wire.Writer;

/** One's own rows: a picture over time, the newest of them, one of them whole, all as a file. */
@Controller
@May(Act.READ)
public class NetworkPage {
  private static final Purpose PURPOSE = Purpose.NOTIFY_AFFECTED_CUSTOMER;
  private static final int PAGE_ROWS = 50;
  private static final int MOST_PAGE = 10_000 / PAGE_ROWS;
  private static final int MOST_TEXT = 100;

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

  /**
   * What the reader chose to see.
   *
   * @param range "1d", "7d" or "30d"
   * @param type an RSIT type, empty for all
   * @param q an address, a prefix or a family
   * @param page from 0
   */
  public record Choice(String range, String type, String q, int page) {
    static Choice of(String range, String type, String q, int page) {
      String known = range.equals("1d") || range.equals("30d") ? range : "7d";
      String text = q.strip().substring(0, Math.min(q.strip().length(), MOST_TEXT));
      return new Choice(known, type, text, Math.clamp(page, 0, MOST_PAGE - 1));
    }

    Duration length() {
      return switch (range) {
        case "1d" -> Duration.ofDays(1);
        case "30d" -> Duration.ofDays(30);
        default -> Duration.ofDays(7);
      };
    }

    Duration bucket() {
      return switch (range) {
        case "1d" -> Duration.ofHours(1);
        case "30d" -> Duration.ofDays(1);
        default -> Duration.ofHours(6);
      };
    }
  }

  @GetMapping("/network")
  String network(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(name = "page", defaultValue = "0") int page,
      HttpServletRequest request,
      Model model) {
    Choice choice = Choice.of(range, type, q, page);
    List<Disclosure> rows =
        deliveries.newest(
            search(visitor, choice, PAGE_ROWS + 1, choice.page * PAGE_ROWS), Outlet.PAGE);
    List<Disclosure> shown = rows.subList(0, Math.min(rows.size(), PAGE_ROWS));
    ReaderTime time = (ReaderTime) model.getAttribute("time");
    wayOut.willShow(request, new Errand(visitor.member(), PURPOSE, Outlet.PAGE), shown);
    model.addAttribute("choice", choice);
    model.addAttribute(
        "rows",
        shown.stream().map(row -> RowLine.of(row, LocaleContextHolder.getLocale())).toList());
    model.addAttribute("more", rows.size() > PAGE_ROWS && choice.page < MOST_PAGE - 1);
    model.addAttribute("chart", chart(visitor, choice, java.util.Objects.requireNonNull(time)));
    model.addAttribute("types", types(visitor, choice));
    model.addAttribute("formats", wayOut.writers());
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
    ReaderTime time = java.util.Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
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

  @GetMapping("/network/download")
  ResponseEntity<byte[]> download(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "format") String format,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q) {
    Writer writer =
        wayOut.writer(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Choice choice = Choice.of(range, type, q, 0);
    List<Disclosure> rows =
        deliveries.newest(search(visitor, choice, Pull.MOST, 0), Outlet.DOWNLOAD);
    WayOut.Parcel parcel =
        wayOut.pack(new Errand(visitor.member(), PURPOSE, Outlet.DOWNLOAD), writer, rows);
    audit.did(visitor, "download", parcel.receipt().id().toString());
    String name = "tenbin-" + choice.range + "-" + format.toLowerCase(Locale.ROOT);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, writer.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + writer.fileEnding())
                .build()
                .toString())
        .header(LedgerDoor.RECEIPT, parcel.receipt().id().toString())
        .body(parcel.bytes());
  }

  private Deliveries.Search search(Visitor visitor, Choice choice, int most, int skip) {
    Instant to = clock.instant();
    return new Deliveries.Search(
        visitor.member(),
        PURPOSE,
        to.minus(choice.length()),
        to.plus(Duration.ofDays(1)),
        choice.type,
        choice.q,
        most,
        skip);
  }

  private TallyChart chart(Visitor visitor, Choice choice, ReaderTime time) {
    long bucket = choice.bucket().toMillis();
    long end = (clock.instant().toEpochMilli() / bucket + 1) * bucket;
    Instant to = Instant.ofEpochMilli(end);
    Instant from = to.minus(choice.length());
    Deliveries.Search all =
        new Deliveries.Search(
            visitor.member(), PURPOSE, from, to, choice.type, choice.q, Pull.MOST, 0);
    return TallyChart.of(deliveries.tally(all, choice.bucket()), from, to, choice.bucket(), time);
  }

  private List<String> types(Visitor visitor, Choice choice) {
    Choice every = new Choice(choice.range, "", "", 0);
    return deliveries.tally(search(visitor, every, Pull.MOST, 0), choice.bucket()).stream()
        .map(Deliveries.Tally::type)
        .distinct()
        .sorted()
        .toList();
  }
}

package tenbin.hub.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Outlet;
import tenbin.desks.routes.tell.PastTold;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Attachment;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/**
 * The looking glass: who had which path at a time, what changed then, which incidents there were.
 */
@Controller
public class LookPage {
  /** Prefixes of one page; the file has more. */
  private static final int MOST = 100;

  private static final int MOST_FILE = 5_000;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final RouteDoor door;
  private final PastDoor past;
  private final Audit audit;
  private final Clock clock;

  public LookPage(RouteDoor door, PastDoor past, Audit audit, Clock clock) {
    this.door = door;
    this.past = past;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/routes/look")
  @May(Act.READ)
  String look(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "prefix", defaultValue = "") String prefix,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "span", defaultValue = "") String span,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "step", defaultValue = "0") int step,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    Looking.Written written = new Looking.Written(prefix, how, at, span, after);
    Optional<Looking> looking = Looking.of(written, clock.instant(), time.zone());
    if (!written.isBlank() && looking.isPresent()) {
      show(visitor, looking.get(), step, request, model);
    }
    model.addAttribute("written", written);
    model.addAttribute("zone", time.zone().getId());
    model.addAttribute("at", at.isBlank() ? local(time.zone()) : at.strip());
    model.addAttribute("wrong", !written.isBlank() && looking.isEmpty());
    model.addAttribute("said", new Said(locale));
    return "hub/routes/look";
  }

  private String local(ZoneId zone) {
    return SECONDS.format(clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private void show(
      Visitor visitor, Looking looking, int step, HttpServletRequest request, Model model) {
    PastTold told = past.ask(visitor, looking.question(MOST), Outlet.PAGE);
    past.show(request, visitor, told.shown());
    PastView view = PastView.of(told, looking);
    Glass glass = Glass.look(door, visitor, looking.asked().prefix(), looking.at(), Outlet.PAGE);
    door.show(request, visitor, glass.shown());
    model.addAttribute("past", view);
    model.addAttribute("glass", glass);
    int last = view.graph().moments().size() - 1;
    model.addAttribute("step", step < 0 || step > last ? 0 : step);
  }

  /** The same as a file, with more prefixes. */
  @GetMapping(path = "/routes/look", params = "format")
  @May(Act.READ)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "prefix", defaultValue = "") String prefix,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "span", defaultValue = "") String span,
      @RequestParam(name = "format") String format,
      Model model) {
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    Looking looking =
        Looking.of(new Looking.Written(prefix, how, at, span, ""), clock.instant(), time.zone())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    PastTold told = past.ask(visitor, looking.question(MOST_FILE), Outlet.DOWNLOAD);
    PastFile file =
        PastFile.of(format, looking.head(), told)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    audit.did(visitor, "download-past-routes", looking.asked().prefix().toString());
    return Attachment.of(
        "tenbin-routes-past." + file.ending(),
        past.pack(visitor, Outlet.DOWNLOAD, file, told.shown()));
  }
}

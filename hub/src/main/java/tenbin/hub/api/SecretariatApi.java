package tenbin.hub.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.hub.page.CircleFiles;
import tenbin.hub.page.CirclePapers;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.health.Health;
import tenbin.spine.health.HealthBook;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** What only the secretariat may: conflicts, a new circle file, how the hub is doing. */
@RestController
@RequestMapping("/api/v1/secretariat")
public class SecretariatApi {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;
  private static final int MOST_FILE = 5_000_000;

  private final Roster roster;
  private final CircleFiles files;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Audit audit;
  private final HealthBook health;
  private final Clock clock;

  public SecretariatApi(
      Roster roster,
      CircleFiles files,
      Viewers viewers,
      WayOut wayOut,
      Audit audit,
      HealthBook health,
      Clock clock) {
    this.roster = roster;
    this.files = files;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.audit = audit;
    this.health = health;
    this.clock = clock;
  }

  @GetMapping("/conflicts")
  @May(Act.WATCH_CIRCLE)
  ResponseEntity<byte[]> conflicts(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API);
    CirclePapers papers =
        new CirclePapers(
            roster.circle(), viewers.plan(visitor.member(), PURPOSE, Outlet.API), locale, clock);
    List<CirclePapers.Dispute> all = papers.disputes(roster.conflicts());
    WayOut.Parcel parcel = wayOut.packTold(errand, papers.shown(), Map.of("conflicts", all));
    return parcel.answer("application/json");
  }

  /** How reading and every way in and out are doing, since the hub was started. */
  @GetMapping("/health")
  @May(Act.WATCH_CIRCLE)
  Map<String, Object> health(@AuthenticationPrincipal Visitor visitor) {
    return Map.of("health", health.all().stream().map(SecretariatApi::told).toList());
  }

  private static Map<String, Object> told(Health each) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", each.name());
    told.put("well", each.isWell());
    told.put("lastSuccess", each.lastSuccess().map(Object::toString).orElse(""));
    told.put("lastErrorAt", each.lastErrorAt().map(Object::toString).orElse(""));
    told.put("lastError", each.lastError());
    told.put("failuresInARow", each.failuresInARow());
    return told;
  }

  /** Checks a circle file and, unless it is a dry run, puts it in place of the old one. */
  @PutMapping("/circle")
  @May(Act.RUN_CIRCLE)
  Map<String, Object> circle(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
      @RequestBody String yaml) {
    if (yaml.length() > MOST_FILE) {
      throw new Problem(
          413, "too-large", "A circle file has at most " + MOST_FILE + " characters.");
    }
    CircleFiles.Reading reading = files.read(yaml);
    boolean apply = reading.circle().isPresent() && !dryRun;
    if (apply) {
      roster.replace(reading.circle().get(), yaml);
      audit.did(visitor, "replace-circle", reading.circle().get().version());
    }
    return Map.of(
        "faults", reading.faults(), "applied", apply, "version", roster.circle().version());
  }
}

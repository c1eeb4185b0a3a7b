package tenbin.hub.api;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.hub.page.CircleFiles;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Visitor;

/** What only the secretariat may: conflicts between claims, a new circle file. */
@RestController
@RequestMapping("/api/v1/secretariat")
public class SecretariatApi {
  private static final int MOST_FILE = 5_000_000;

  private final Roster roster;
  private final CircleFiles files;
  private final Audit audit;

  public SecretariatApi(Roster roster, CircleFiles files, Audit audit) {
    this.roster = roster;
    this.files = files;
    this.audit = audit;
  }

  @GetMapping("/conflicts")
  Map<String, Object> conflicts(@AuthenticationPrincipal Visitor visitor) {
    Asked.need(visitor, Scope.PULL);
    List<Map<String, String>> all =
        roster.conflicts().stream()
            .map(each ->
                Map.of(
                    "one", each.one().holder().text(),
                    "oneNetwork", each.one().network().toString(),
                    "other", each.other().holder().text(),
                    "otherNetwork", each.other().network().toString()))
            .toList();
    return Map.of("conflicts", all);
  }

  /** Checks a circle file and, unless it is a dry run, puts it in place of the old one. */
  @PutMapping("/circle")
  Map<String, Object> circle(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
      @RequestBody String yaml) {
    Asked.need(visitor, Scope.REPORT);
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

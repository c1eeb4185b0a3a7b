package tenbin.hub.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** Joining and dividing cases for the secretariat's programs. */
@RestController
@RequestMapping("/api/v1/secretariat/cases")
public class OfficeApi {
  private final OfficeDesk desk;
  private final WayOut wayOut;
  private final Audit audit;

  public OfficeApi(OfficeDesk desk, WayOut wayOut, Audit audit) {
    this.desk = desk;
    this.wayOut = wayOut;
    this.audit = audit;
  }

  /** One case goes into another; both by the ids of the list. */
  public record Joined(@Nullable String from, @Nullable String into) {}

  /** Members that get a case of their own. */
  public record Divided(@Nullable String from, @Nullable List<String> members) {}

  /** A link that is taken away. */
  public record Undone(@Nullable String link) {}

  @GetMapping
  @May(Act.WATCH_CIRCLE)
  ResponseEntity<byte[]> cases(@AuthenticationPrincipal Visitor visitor) {
    return send(visitor, desk.plan(visitor, Outlet.API));
  }

  private ResponseEntity<byte[]> send(Visitor visitor, Plan plan) {
    List<Disclosure> cases = desk.cases(plan);
    List<Disclosure> links = desk.links(plan);
    List<Disclosure> told = new ArrayList<>(cases);
    told.addAll(links);
    WayOut.Parcel parcel =
        wayOut.packTold(
            new WayOut.Errand(visitor.member(), OfficeDesk.PURPOSE, Outlet.API),
            told,
            Map.of(
                "cases", cases.stream().map(CaseJson::of).toList(),
                "links", links.stream().map(CaseJson::of).toList()));
    return parcel.answer("application/json");
  }

  @PostMapping("/join")
  @May(Act.RUN_CIRCLE)
  ResponseEntity<byte[]> join(
      @AuthenticationPrincipal Visitor visitor, @RequestBody Joined joined) {
    Plan plan = desk.plan(visitor, Outlet.API);
    return after(
        desk.join(plan, visitor, or(joined.from), or(joined.into)), visitor, plan, "join-cases");
  }

  @PostMapping("/split")
  @May(Act.RUN_CIRCLE)
  ResponseEntity<byte[]> split(
      @AuthenticationPrincipal Visitor visitor, @RequestBody Divided divided) {
    Plan plan = desk.plan(visitor, Outlet.API);
    Set<String> members = divided.members == null ? Set.of() : new HashSet<>(divided.members);
    return after(desk.split(plan, visitor, or(divided.from), members), visitor, plan, "split-case");
  }

  @PostMapping("/undo")
  @May(Act.RUN_CIRCLE)
  ResponseEntity<byte[]> undo(
      @AuthenticationPrincipal Visitor visitor, @RequestBody Undone undone) {
    Plan plan = desk.plan(visitor, Outlet.API);
    return after(desk.undo(plan, visitor, or(undone.link)), visitor, plan, "undo-case-link");
  }

  private ResponseEntity<byte[]> after(boolean done, Visitor visitor, Plan plan, String act) {
    if (!done) {
      throw new Problem(
          409,
          "not-possible",
          "No such cases, or they are linked already: take the later link away first.");
    }
    audit.did(visitor, act, visitor.memberText());
    return send(visitor, plan);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package tenbin.hub.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.spine.casework.CaseBook;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** One case for programs: what its page shows. */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/cases/{id}")
public class CaseApi {
  private final CaseDoor door;

  public CaseApi(CaseBook book, Viewers viewers, WayOut wayOut) {
    this.door = new CaseDoor(book, viewers, wayOut);
  }

  @GetMapping
  ResponseEntity<byte[]> one(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    CaseBook.Shared shared = door.api(visitor, id).shared();
    Map<String, Object> body = CaseJson.of(shared.seen());
    body.put("named", shared.named().stream().map(CaseJson::of).toList());
    body.put("timeline", shared.own().stream().map(CaseJson::of).toList());
    return send(door, visitor, CaseDoor.all(shared), body);
  }

  static ResponseEntity<byte[]> send(
      CaseDoor door, Visitor visitor, List<Disclosure> told, Map<String, Object> body) {
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), CaseDoor.PURPOSE, Outlet.API);
    WayOut.Parcel parcel = door.wayOut().packTold(errand, told, new LinkedHashMap<>(body));
    return parcel.answer("application/json");
  }
}

package tenbin.hub.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.method.Recurrence;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The same again, for programs. */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/cases/{id}")
public class AgainApi {
  private final CaseDoor door;
  private final Recurrence recurrence;

  public AgainApi(CaseBook book, Viewers viewers, WayOut wayOut, Recurrence recurrence) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.recurrence = recurrence;
  }

  @GetMapping("/earlier")
  ResponseEntity<byte[]> earlier(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    CaseDoor.Inside inside = door.api(visitor, id);
    List<Recurrence.Earlier> earlier = recurrence.of(inside.plan(), inside.shared());
    return CaseApi.send(
        door,
        visitor,
        AgainPage.told(earlier),
        Map.of("earlier", earlier.stream().map(AgainApi::body).toList()));
  }

  private static Map<String, Object> body(Recurrence.Earlier each) {
    Map<String, Object> body = CaseJson.of(each.seen());
    body.put("causes", EarlierCase.words(each));
    body.put("techniques", each.techniques().stream().sorted().toList());
    body.put("lessons", each.lessons().stream().map(AgainApi::lesson).toList());
    return body;
  }

  private static Map<String, Object> lesson(Recurrence.Lesson lesson) {
    Map<String, Object> body = CaseJson.of(lesson.measure().measure());
    body.put("applied", lesson.isApplied());
    body.put("others-open", lesson.others().fact(Recurrence.OTHERS_OPEN));
    return body;
  }
}

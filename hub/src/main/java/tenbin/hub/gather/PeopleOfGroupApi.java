package tenbin.hub.gather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The roles of a working group for programs; days are of the circle's zone. */
@RestController
@RequestMapping("/api/v1/groups/{id}/people")
public class PeopleOfGroupApi {
  private final GroupDoor door;
  private final SeatDoor seats;
  private final WayOut wayOut;

  public PeopleOfGroupApi(GroupDoor door, SeatDoor seats, WayOut wayOut) {
    this.door = door;
    this.seats = seats;
    this.wayOut = wayOut;
  }

  /** One of the caller's own people, to take part. */
  public record Named(@Nullable String person, @Nullable String name, @Nullable String until) {}

  /** An office for a participant. */
  public record Given(
      @Nullable String role,
      @Nullable String seat,
      @Nullable String from,
      @Nullable String until) {}

  /** A role to end. */
  public record Ended(@Nullable String seat) {}

  @GetMapping
  @May(Act.READ)
  ResponseEntity<byte[]> people(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id, Locale locale) {
    GroupDoor.Inside inside = door.enterPeople(visitor, id, Outlet.API, locale);
    List<SeatLine> all = seats.seats(visitor, inside);
    List<Map<String, Object>> offices =
        seats.offices(inside, all).stream().map(PeopleOfGroupApi::json).toList();
    List<Map<String, Object>> people = all.stream().map(PeopleOfGroupApi::json).toList();
    return GroupsApi.send(
        wayOut, visitor, inside.papers(), Map.of("offices", offices, "people", people));
  }

  private static Map<String, Object> json(SeatDoor.OfficeLine office) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("role", office.role());
    json.put("state", office.state());
    office.since().ifPresent(since -> json.put("vacantSince", since.toString()));
    return json;
  }

  private static Map<String, Object> json(SeatLine seat) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", seat.id().toString());
    json.put("role", seat.role());
    json.put("name", seat.name());
    json.put("member", seat.member());
    if (!seat.person().isEmpty()) {
      json.put("person", seat.person());
    }
    json.put("from", seat.from().toString());
    seat.until().ifPresent(until -> json.put("until", until.toString()));
    json.put("state", seat.state());
    json.put("by", seat.right());
    if (!seat.why().isEmpty()) {
      json.put("ended", seat.why());
    }
    return json;
  }

  @PostMapping
  @May(Act.GATHER)
  ResponseEntity<byte[]> name(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Named named,
      Locale locale) {
    GroupDoor.Inside inside = door.enterPeople(visitor, id, Outlet.API, locale);
    SeatDoor.Named wanted =
        new SeatDoor.Named(
            once,
            GroupsApi.text(named.person),
            GroupsApi.text(named.name),
            GroupsApi.text(named.until));
    seats.name(visitor, inside, wanted);
    return people(visitor, id, locale);
  }

  @PostMapping("/office")
  @May(Act.GATHER)
  ResponseEntity<byte[]> give(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Given given,
      Locale locale) {
    GroupDoor.Inside inside = door.enterPeople(visitor, id, Outlet.API, locale);
    SeatDoor.Office office =
        new SeatDoor.Office(
            once,
            GroupsApi.text(given.role),
            GroupsApi.text(given.seat),
            GroupsApi.text(given.from),
            GroupsApi.text(given.until));
    seats.give(visitor, inside, office);
    return people(visitor, id, locale);
  }

  @PostMapping("/end")
  @May(Act.GATHER)
  ResponseEntity<byte[]> end(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Ended ended,
      Locale locale) {
    GroupDoor.Inside inside = door.enterPeople(visitor, id, Outlet.API, locale);
    seats.end(visitor, inside, GroupsApi.text(ended.seat));
    return people(visitor, id, locale);
  }
}

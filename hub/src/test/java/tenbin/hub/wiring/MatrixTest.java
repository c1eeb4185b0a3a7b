package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.nouns.member.MemberId;
import tenbin.web.may.Act;
import tenbin.web.signin.Office;
import tenbin.web.signin.Role;
import tenbin.web.signin.Scope;

/**
 * The matrix of who may do what, cell by cell over the real port: every address that the server
 * answers at, for every office, every standing, every scope and nobody.
 */
class MatrixTest {
  private static final Path DOCUMENT = Path.of("../docs/operations/matrix.md");

  private static FakeHub hub;
  private static List<Endpoint> endpoints;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
    endpoints = Endpoint.of(hub.server);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** Somebody who tries every address. */
  private record Seat(
      String name, Role role, Set<Office> offices, Set<Scope> scopes, Caller caller, String key) {
    boolean isMachine() {
      return !scopes.isEmpty();
    }

    boolean mayByTheTable(Act act) {
      if (act == Act.ENTER || act == Act.PORTAL) {
        return true;
      }
      boolean its =
          isMachine()
              ? act.scopes().stream().anyMatch(scopes::contains)
              : act.offices().stream().anyMatch(offices::contains);
      return its && act.roles().contains(role);
    }
  }

  private static Seat person(MemberId member, Role role, Office office) {
    String login = member.text() + "." + office.word();
    hub.people.add(member, login, FakeHub.PASSWORD, Set.of(office));
    Caller caller = Caller.as(hub, login);
    return new Seat(login, role, Set.of(office), Set.of(), caller, caller.csrf("/network"));
  }

  private static Seat machine(MemberId member, Role role, Scope scope) {
    String secret =
        hub.tokens.mint(member, "matrix", EnumSet.of(scope), Duration.ofDays(1)).secret();
    return new Seat(
        member + " token " + scope.word(), role, Set.of(), Set.of(scope), new Caller(hub), secret);
  }

  private static List<Seat> seats(boolean machines) {
    List<Seat> all = new ArrayList<>();
    List<MemberId> members = List.of(Fake.A, Fake.OBSERVER, Fake.SECRETARIAT);
    List<Role> roles = List.of(Role.MEMBER, Role.OBSERVER, Role.SECRETARIAT);
    for (int i = 0; i < members.size(); i++) {
      MemberId member = members.get(i);
      Role role = roles.get(i);
      if (machines) {
        EnumSet.allOf(Scope.class).forEach(scope -> all.add(machine(member, role, scope)));
      } else {
        EnumSet.allOf(Office.class).forEach(office -> all.add(person(member, role, office)));
      }
    }
    return all;
  }

  private static HttpRequest.Builder knock(Endpoint endpoint, Seat seat) {
    HttpRequest.Builder request = seat.caller.to(endpoint.absent());
    if (seat.isMachine()) {
      request.header("Authorization", "Bearer " + seat.key);
    }
    if (!endpoint.changes()) {
      return request;
    }
    return endpoint.isForPrograms()
        ? request
            .header("Content-Type", "application/json")
            .method(endpoint.method(), BodyPublishers.ofString("{}"))
        : request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(endpoint.method(), BodyPublishers.ofString("_csrf=" + seat.key));
  }

  /** The status alone: a stream has no end. */
  private static int status(Seat seat, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        seat.caller.client().send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private static void compare(List<Seat> seats, boolean programs)
      throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (Endpoint endpoint : endpoints) {
      if (endpoint.isForPrograms() != programs || endpoint.path().equals("/error")) {
        continue;
      }
      for (Seat seat : seats) {
        int status = status(seat, knock(endpoint, seat));
        cells++;
        if (status >= 500 || (status != 403) != seat.mayByTheTable(endpoint.act())) {
          wrong.add(endpoint + " by " + seat.name + ": " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(programs ? 150 : 900);
  }

  @Test
  void every_page_is_open_to_exactly_the_offices_of_its_act()
      throws IOException, InterruptedException {
    compare(seats(false), false);
  }

  @Test
  void every_route_of_programs_is_open_to_exactly_the_scopes_of_its_act()
      throws IOException, InterruptedException {
    compare(seats(true), true);
  }

  @Test
  void nobody_comes_further_than_the_door() throws IOException, InterruptedException {
    Seat nobody = new Seat("nobody", Role.NONE, Set.of(), Set.of(), new Caller(hub), "no token");
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      boolean open = endpoint.act() == Act.ENTER || endpoint.act() == Act.PORTAL;
      if (!open) {
        HttpResponse<String> answer =
            nobody.caller.client().send(knock(endpoint, nobody).build(), BodyHandlers.ofString());
        boolean toTheDoor =
            answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
        boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
        if (!toTheDoor && !refused) {
          wrong.add(endpoint + ": " + answer.statusCode());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_document_is_the_code() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # Who may do what

            Written by `MatrixTest` from the code (`-Dtenbin.goldens=write` renews it) and tried cell by cell \
            over HTTP by the same test. A handler that names no act keeps the hub from starting. Which rows, \
            cases or papers somebody then sees is decided by the balance, for its member alone.

            | address | act | member is | person is one of | token has one of |
            |---|---|---|---|---|
            """);
    for (Endpoint each : endpoints) {
      Act act = each.act();
      text.append(
          "| `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  each,
                  act.word(),
                  words(
                      act.roles().stream()
                          .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))),
                  act.offices().size() == Office.values().length
                      ? "any"
                      : words(act.offices().stream().map(Office::word)),
                  words(act.scopes().stream().map(Scope::word))));
    }
    if ("write".equals(System.getProperty("tenbin.goldens"))) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(text.toString());
  }

  private static String words(java.util.stream.Stream<String> all) {
    String joined = all.sorted().collect(Collectors.joining(", "));
    return joined.isEmpty() ? "-" : joined;
  }
}

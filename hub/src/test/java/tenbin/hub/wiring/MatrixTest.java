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
    hub.books.newcomers.put(Fake.newcomer());
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

  /** A member and what it is in the circle. */
  private record Standing(MemberId member, Role role) {}

  private static final List<Standing> STANDINGS =
      List.of(
          new Standing(Fake.A, Role.MEMBER),
          new Standing(Fake.OBSERVER, Role.OBSERVER),
          new Standing(Fake.SECRETARIAT, Role.SECRETARIAT),
          new Standing(Fake.NEWCOMER, Role.NEWCOMER));

  private static Seat person(Standing who, Office office) {
    String login = who.member + "." + office.word();
    hub.people.add(who.member, login, FakeHub.PASSWORD, Set.of(office));
    Caller caller = Caller.as(hub, login);
    return new Seat(login, who.role, Set.of(office), Set.of(), caller, caller.csrf("/account"));
  }

  private static Seat machine(FakeHub at, Standing who, Scope scope) {
    String secret =
        at.tokens.mint(who.member, "matrix", EnumSet.of(scope), Duration.ofDays(1)).secret();
    return new Seat(
        who.member + " token " + scope.word(),
        who.role,
        Set.of(),
        Set.of(scope),
        new Caller(at),
        secret);
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

  private static int compare(List<Seat> seats, boolean programs)
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
    return cells;
  }

  @Test
  void every_page_is_open_to_exactly_the_offices_of_its_act()
      throws IOException, InterruptedException {
    List<Seat> seats =
        STANDINGS.stream()
            .flatMap(who -> EnumSet.allOf(Office.class).stream().map(office -> person(who, office)))
            .toList();
    assertThat(compare(seats, false)).isGreaterThan(900);
  }

  @Test
  void every_route_of_programs_is_open_to_exactly_the_scopes_of_its_act()
      throws IOException, InterruptedException {
    int cells = 0;
    for (Scope scope : Scope.values()) {
      // A hub for each: all programs of a member share one pace.
      try (FakeHub own = new FakeHub(false, 0)) {
        own.books.newcomers.put(Fake.newcomer());
        List<Seat> seats = STANDINGS.stream().map(who -> machine(own, who, scope)).toList();
        cells += compare(seats, true);
      }
    }
    assertThat(cells).isGreaterThan(300);
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

package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.election.Candidate;
import tenbin.spine.group.election.Election;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Seat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Elections of a working group over the real port. */
class GroupElectionPagesTest {
  private static final String ELECTIONS = "/groups/bots/elections";
  private static final LocalDate TODAY = LocalDate.ofInstant(Fake.NOW, ZoneOffset.UTC);

  private static FakeHub hub;

  @BeforeAll
  static void start() throws java.io.IOException {
    hub = new FakeHub(false, 0);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  /** A participant of alpha's that stands in an election, in which is voted or nominated now. */
  private static void running(GroupRole role, Instant nominationsEnd, Candidate.State state) {
    GroupLine.By by = new GroupLine.By(Fake.A, "person:alpha");
    Seat seat =
        new Seat(
            UUID.randomUUID(),
            "bots",
            GroupRole.PARTICIPANT,
            new Seat.Holder(Fake.A, "person:alpha", "Ami Aoki " + Fake.EVIL),
            Validity.since(Fake.NOW.minusSeconds(60)),
            new Seat.Given(by, Fake.NOW, Seat.Right.OWN),
            Optional.empty());
    hub.gather.seats().add(seat);
    UUID id = UUID.randomUUID();
    Instant end = Fake.NOW.plus(Duration.ofDays(3));
    hub.gather
        .elections()
        .open(
            new Election(
                id,
                "bots",
                role,
                new Election.Opened(by, Fake.NOW.minus(Duration.ofDays(9))),
                new Election.Schedule(nominationsEnd, end),
                new Validity(end, end.plus(Duration.ofDays(365))),
                3,
                Set.of(Fake.A, Fake.B),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    hub.gather
        .elections()
        .nominate(new Candidate(UUID.randomUUID(), id, seat.id(), Fake.A, Fake.B, state));
  }

  @Test
  void offices_of_the_group_of_everybody_are_the_circles_own() {
    GroupLine.By by = new GroupLine.By(Fake.SECRETARIAT, "person:office");
    Seat.Holder holder = new Seat.Holder(Fake.B, "person:bravo", "Bunta Baba " + Fake.EVIL);
    Instant from = Fake.NOW.minusSeconds(60);
    for (GroupRole role : Set.of(GroupRole.PARTICIPANT, GroupRole.CHAIR)) {
      hub.gather
          .seats()
          .add(
              new Seat(
                  UUID.randomUUID(),
                  "assembly",
                  role,
                  holder,
                  new Validity(from, Fake.NOW.plus(Duration.ofDays(365))),
                  new Seat.Given(by, from, Seat.Right.ELECTION),
                  Optional.empty()));
    }
    for (String member : Set.of("alpha", "bravo", "office")) {
      assertThat(Caller.as(hub, member).get("/circle").body())
          .contains("Offices of the circle", "Bunta Baba", "/groups/assembly/elections")
          .doesNotContain("<script>alert");
    }
    assertThat(Caller.as(hub, "ministry").get("/circle").body())
        .doesNotContain("Bunta Baba", "Offices of the circle");
    assertThat(Caller.as(hub, "alpha").get("/groups/assembly/elections").statusCode())
        .as("every member takes part")
        .isEqualTo(200);
  }

  @Test
  void a_member_votes_once_and_nothing_of_its_choice_is_anywhere() {
    running(GroupRole.CHAIR, Fake.NOW.minusSeconds(9), Candidate.State.STANDS);
    Caller bravo = Caller.as(hub, "bravo");
    assertThat(bravo.get("/today").body()).contains("Bots: vote for Chair");
    String page = bravo.get(ELECTIONS).body();
    assertThat(page).contains("Ami Aoki", "none of these", "once and for all");
    assertThat(page).doesNotContain("<script>alert");
    String election = first(page, "name=\"election\" value=\"([0-9a-f-]{36})\"");
    String choice = first(page, "name=\"choice\" value=\"([0-9a-f-]{36})\"");
    Map<String, String> unsure =
        Map.of("election", election, "choice", choice, "_csrf", bravo.csrf(ELECTIONS));
    assertThat(bravo.form(ELECTIONS + "/vote", unsure).statusCode()).isEqualTo(400);
    Map<String, String> vote =
        Map.of(
            "election", election, "choice", choice, "sure", "true", "_csrf", bravo.csrf(ELECTIONS));
    assertThat(bravo.form(ELECTIONS + "/vote", vote).statusCode()).isEqualTo(302);
    assertThat(bravo.form(ELECTIONS + "/vote", vote).statusCode()).as("twice").isEqualTo(409);
    assertThat(bravo.get(ELECTIONS).body())
        .contains("your member has voted")
        .doesNotContain("name=\"choice\"", "votes</span>");
    assertThat(bravo.get("/today").body()).doesNotContain("vote for");
    Caller office = Caller.as(hub, "office");
    assertThat(office.get(ELECTIONS).body())
        .contains("Ami Aoki")
        .doesNotContain("your member has voted", "name=\"choice\"", "members voted");
    assertThat(Caller.as(hub, "ministry").get(ELECTIONS).statusCode()).isEqualTo(404);
    Map<String, String> foreign =
        Map.of(
            "election",
            election,
            "choice",
            choice,
            "sure",
            "true",
            "_csrf",
            office.csrf(ELECTIONS));
    assertThat(office.form(ELECTIONS + "/vote", foreign).statusCode())
        .as("under another's ids")
        .isEqualTo(404);
    JsonNode told =
        JsonMapper.shared()
            .readTree(new Caller(hub).get("/api/v1" + ELECTIONS, hub.token(Fake.B)).body());
    assertThat(told.findValue("voted").asBoolean()).isTrue();
    assertThat(told.findValue("votes")).isNull();
    assertThat(told.findValue("cast")).isNull();
  }

  @Test
  void who_was_nominated_is_asked_on_today_and_stands_by_its_own_word() {
    running(GroupRole.SECRETARY, Fake.NOW.plusSeconds(9_000), Candidate.State.NOMINATED);
    Caller alpha = Caller.as(hub, "alpha");
    assertThat(alpha.get("/today").body()).contains("Bots: do you stand for Secretary?");
    String page = alpha.get(ELECTIONS).body();
    assertThat(page).contains("asked, has not answered");
    Map<String, String> stand =
        Map.of(
            "election",
            first(page, "/answer\"[\\s\\S]*?name=\"election\" value=\"([0-9a-f-]{36})\""),
            "candidate",
            first(page, "name=\"candidate\" value=\"([0-9a-f-]{36})\""),
            "say",
            "stands",
            "_csrf",
            alpha.csrf(ELECTIONS));
    assertThat(alpha.form(ELECTIONS + "/answer", stand).statusCode()).isEqualTo(302);
    assertThat(alpha.get("/today").body()).doesNotContain("do you stand");
    Caller office = Caller.as(hub, "office");
    String seen = office.get(ELECTIONS).body();
    Map<String, String> back =
        Map.of(
            "election",
            first(seen, "/withdraw\"[\\s\\S]*?name=\"election\" value=\"([0-9a-f-]{36})\""),
            "_csrf",
            office.csrf(ELECTIONS));
    assertThat(office.form(ELECTIONS + "/withdraw", back).statusCode()).isEqualTo(302);
    assertThat(office.form(ELECTIONS + "/withdraw", back).statusCode()).isEqualTo(409);
    assertThat(office.get(ELECTIONS).body()).contains("withdrawn");
  }

  @Test
  void where_two_members_take_part_there_is_no_secret_vote_to_open() {
    Caller office = Caller.as(hub, "office");
    assertThat(office.get(ELECTIONS).body()).contains("fewer than three members");
    Map<String, String> form =
        Map.of(
            "role", "vice-chair",
            "nominate", TODAY.plusDays(3).toString(),
            "vote", TODAY.plusDays(6).toString(),
            "until", TODAY.plusDays(300).toString(),
            "quorum", "3",
            "_csrf", office.csrf(ELECTIONS));
    assertThat(office.form(ELECTIONS, form).statusCode()).isEqualTo(400);
    assertThat(Caller.as(hub, "alpha").form(ELECTIONS, form).statusCode()).isEqualTo(403);
  }
}

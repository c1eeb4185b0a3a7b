package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.Office;
import tenbin.web.signin.Scope;

/** Today shows each person what its own office has to do, the most urgent first. */
class TodayTest {
  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
    hub.tokens.mint(Fake.A, "feeder", EnumSet.of(Scope.PULL), Duration.ofDays(3));
    hub.tokens.mint(Fake.A, "nightly job", EnumSet.of(Scope.PULL), Duration.ofDays(90));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static Caller with(MemberId member, Office office) {
    String login = member + "-" + office.word();
    hub.people.add(member, login, FakeHub.PASSWORD, Set.of(office));
    return Caller.as(hub, login);
  }

  @Test
  void each_office_sees_its_own_and_a_reader_nothing() {
    String approver = with(Fake.A, Office.APPROVER).get("/today").body();
    assertThat(approver).contains("May your rows go").doesNotContain("Case:", "feeder");
    String analyst = with(Fake.A, Office.ANALYST).get("/today").body();
    assertThat(analyst)
        .contains("Case:", "Another origin AS64666: 1 of your prefixes")
        .doesNotContain("May your rows go", "feeder");
    String admin = with(Fake.A, Office.ADMINISTRATOR).get("/today").body();
    assertThat(admin).contains("feeder").doesNotContain("nightly job", "Case:", "May your rows");
    assertThat(with(Fake.A, Office.READER).get("/today").body()).contains("Nothing waits for you.");
  }

  @Test
  void a_contact_that_nobody_checked_in_time_waits_for_its_own_administrator() {
    assertThat(with(Fake.B, Office.ADMINISTRATOR).get("/today").body())
        .contains("was not checked in time")
        .doesNotContain("alpha");
  }

  @Test
  void what_is_told_of_cases_stands_in_the_ledger_and_answering_takes_it_off() {
    Caller alpha = Caller.as(hub, "alpha");
    HttpResponse<String> page = alpha.get("/today");
    assertThat(page.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(page.body().indexOf("Case:")).isLessThan(page.body().indexOf("feeder"));
    assertThat(alpha.speaking("ja").get("/today").body())
        .contains("対応が必要なもの", "自網が関係しており", "転送する場合の条件");
    java.util.regex.Matcher link =
        java.util.regex.Pattern.compile("href=\"(/cases/[0-9a-f-]{36})\"").matcher(page.body());
    assertThat(link.find()).isTrue();
    String path = link.group(1);
    alpha.form(
        path + "/answer", Map.of("state", "checking", "note", "", "_csrf", alpha.csrf(path)));
    assertThat(alpha.speaking("en").get("/today").body()).doesNotContain("Case:");
    assertThat(Caller.as(hub, "bravo").get("/today").body()).as("its own answer").contains("Case:");
  }
}

package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.act.Acts;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.ledger.evidence.Examiner;
import tenbin.spine.ledger.evidence.LedgerKey;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/**
 * DISCLOSURE section 9, case 34, as a customer reads it: what left on days 1 to 9, and what became
 * of it after its consent was withdrawn on day 10, out of the ledger and proved by a file alone.
 */
class StatementStoryTest {
  private static final String SERVER = "203.0.113.88:443";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONTRACT =
      """
      policy: Contract of a test
      bases:
        - id: contract/kogane
          kind: contract-clause
          opens: [K, H]
          categories: [C1]
          purposes: [P11]
          givers: [aozora]
          recipients: [kogane]
          obligations: [no-onward]
          from: 2026-01-01
          to: 2029-01-01
          evidence: contract, article 14
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  private static final AheadClock CLOCK = new AheadClock();

  @BeforeAll
  static void a_hub_runs() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), PolicyFile.demo().text());
    Files.writeString(policy.resolve("contract.yaml"), CONTRACT);
    HubStart how =
        new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(circle),
            "127.0.0.1",
            0,
            true,
            false,
            CLOCK);
    hub = RunningHub.start(how.withPolicy(Optional.of(policy)));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static Guest member(String id) {
    return Guest.of(hub.address(), id);
  }

  private static String link(String name) {
    Guest desk = member("aozora");
    desk.get("/customers");
    desk.post("/customers", "name", name, "mail", "ciso@" + name.hashCode() + ".example");
    String id = desk.find(name + "[\\s\\S]*?/customers/(c-[a-z]+)/links");
    desk.post("/customers/" + id + "/links", "days", "365");
    return desk.find("id=\"link\">([^<]+)<");
  }

  private static String tell(Guest customer, String server, String... recipients) {
    customer.get("/portal/in/tell");
    List<String> fields =
        new ArrayList<>(
            List.of(
                "once",
                customer.find("name=\"once\" value=\"([^\"]+)\""),
                "step",
                "send",
                "kind",
                "system-compromise",
                "zone",
                "Asia/Tokyo",
                "servers",
                server,
                "victim-name",
                "Sakura Works",
                "damage",
                "twelve machines",
                "marking",
                "TLP:AMBER",
                "part",
                "method",
                "aim",
                "defend",
                "until",
                LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(300).toString()));
    for (String each : recipients) {
      fields.addAll(List.of("to", each));
    }
    customer.post("/portal/in/tell", fields.toArray(String[]::new));
    assertThat(customer.path()).startsWith("/portal/in/reports/");
    return customer.path();
  }

  private static String incidentsOf(String id) {
    Guest seeing = member(id);
    seeing.get("/incidents");
    return seeing.text();
  }

  /**
   * The page's text, by the link again as somebody comes after days, once the ledger's statement
   * says something so often. Heads and recalls come by themselves, a moment after their time.
   */
  private static String statement(String link, String wanted, int times) {
    CLOCK.pass(Duration.ofSeconds(12));
    Guest customer = Guest.by(link);
    long end = System.nanoTime() + PATIENCE.toNanos();
    int found = 0;
    while (found < times && System.nanoTime() < end) {
      found = count(customer.get("/portal/in/statement.json"), wanted);
    }
    assertThat(found).as(wanted).isEqualTo(times);
    customer.get("/portal/in/statement");
    return customer.text();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void what_left_and_what_became_of_it_is_the_ledgers_and_proved_by_a_file_and_the_key_alone()
      throws Exception {
    String sakura = link("Sakura Works");
    String report = tell(Guest.by(sakura), SERVER, "class:operator");
    String ume = link("Ume Works");
    Guest other = Guest.by(ume);
    tell(other, "198.51.100.200", "hayate");
    String foreign = other.find("name=\"consent\" value=\"([^\"]+)\"");
    for (int day = 1; day <= 3; day++) {
      CLOCK.pass(Duration.ofDays(1));
      for (String each : List.of("hayate", "kogane", "minato")) {
        assertThat(incidentsOf(each)).as(each).contains("System compromised");
      }
      assertThat(incidentsOf("kansoku")).as("asked in vain").doesNotContain("compromised");
    }
    String before = statement(sakura, "recipient=minato", 3);
    assertThat(before)
        .contains("Hayate", "Kogane", "(minato)", "your permission", "3 times")
        .doesNotContain("ansoku", "amabiko", "Recalled");

    CLOCK.pass(Duration.ofDays(7));
    Guest customer = Guest.by(sakura);
    customer.get(report);
    String consent = customer.find("name=\"consent\" value=\"([^\"]+)\"");
    customer.post(report + "/withdraw", "consent", consent);
    assertThat(count(incidentsOf("hayate"), "System compromised"))
        .as("the other customer's is still there")
        .isEqualTo(1);
    assertThat(incidentsOf("minato")).doesNotContain("System compromised");
    assertThat(incidentsOf("kogane")).as("by its contract").contains("System compromised");

    String recalled = statement(sakura, "became=recalled", 2);
    assertThat(count(recalled, "Recalled: has to be deleted or used no more")).isEqualTo(2);
    assertThat(recalled)
        .contains("Rests on another ground now", "contract/kogane", "withdrawn since");
    Guest hayate = member("hayate");
    hayate.get("/recalls");
    String recall = hayate.find("href=\"(/recalls/[0-9a-f-]+)\"");
    hayate.get(recall);
    hayate.post(recall, "how", "deleted");
    statement(sakura, "became=deleted", 1);
    CLOCK.pass(Duration.ofDays(8));
    String all = statement(sakura, "became=overdue", 1);
    assertThat(all)
        .contains(
            "They say: deleted", "They did not answer in time", "Rests on another ground now");

    customer = Guest.by(sakura);
    byte[] file = download(customer, "/portal/in/statement.json");
    String key =
        new String(download(customer, "/portal/in/ledger-key.txt"), StandardCharsets.UTF_8);
    Path at = Files.write(folder.resolve("statement.json"), file);
    Path keyFile = Files.writeString(folder.resolve("key.txt"), key);
    assertThat(Acts.run("ledger", "verify", at.toString(), "--key", keyFile.toString())).isZero();
    Examiner examiner = new Examiner(LedgerKey.tryParse(key.strip()).orElseThrow());
    file[file.length / 2] ^= 1;
    assertThat(examiner.examine(file).holds()).isFalse();
    String text = Files.readString(at);
    assertThat(text)
        .contains("became=recalled", "became=annotated", "became=deleted", "became=overdue")
        .contains("reports=" + report.substring(report.lastIndexOf('/') + 1), consent)
        .doesNotContain("yamabiko", "kansoku", foreign, SERVER, "Ume Works");

    assertThat(statement(ume, "recipient=hayate", 4))
        .doesNotContain("minato", "Recalled", "They say");
    String others =
        new String(download(Guest.by(ume), "/portal/in/statement.json"), StandardCharsets.UTF_8);
    assertThat(others).contains(foreign).doesNotContain(consent, "became=", "minato");
    Guest stranger = new Guest(hub.address());
    stranger.get("/portal/in/statement.json");
    assertThat(stranger.path()).isEqualTo("/portal");
  }

  private static byte[] download(Guest customer, String path) {
    customer.get(path);
    assertThat(customer.status()).isEqualTo(200);
    return customer.last().body().getBytes(StandardCharsets.UTF_8);
  }
}

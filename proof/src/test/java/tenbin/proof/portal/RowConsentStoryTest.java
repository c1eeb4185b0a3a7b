package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.act.Acts;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.roster.CircleFile;

/**
 * A carrier's rows about two customers of another operator, which law shuts: one customer permits
 * by its link, narrows, withdraws, and reads what left.
 */
class RowConsentStoryTest {
  private static final MemberId HAYATE = new MemberId("hayate");
  private static final String MINATO = "minato";
  private static final String SAKURA = "126.97.0.18";
  private static final String UME = "126.97.0.34";
  private static final String NOBODY = "126.97.9.9";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What carriers see of others' customers leaves by no agreement; what is their own does. */
  private static final String POLICY =
      """
      policy: A carrier lets go what is its own
      bases:
        - id: clause/own
          kind: adopted-clause
          opens: [H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: hayate, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 12
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
    String text = CircleFile.demo();
    assertThat(text).contains("categories: [C0, C1, C2, CD]");
    Path circle =
        Files.writeString(
            folder.resolve("circle.yaml"),
            text.replace("categories: [C0, C1, C2, CD]", "categories: [C0, C1, CD]"));
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve("own.yaml"), POLICY);
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

  private static void hayateSaw(String... addresses) throws Exception {
    StringBuilder text =
        new StringBuilder(
            "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"dst_ip\",\"dst_port\","
                + "\"infection\"\n");
    String day = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).minusDays(1).toString();
    int row = 0;
    for (String address : addresses) {
      text.append(
          "\"%s 03:00:%02d\",\"tcp\",\"%s\",\"4711\",\"192.0.2.1\",\"80\",\"mirai\"%n"
              .formatted(day, row++, address));
    }
    hub.intake()
        .accept(
            new Arrival(
                HAYATE, day + "-event4_sinkhole-01.csv", "", Optional.empty(), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(hub.awaitCaughtUp(PATIENCE)).isTrue();
  }

  /** Enters a customer with its network; its link. */
  private static String link(String name, String network) {
    Guest desk = Guest.of(hub.address(), MINATO);
    desk.get("/customers");
    desk.post("/customers", "name", name, "mail", "ciso@" + name.hashCode() + ".example");
    String id = desk.find(name + "[\\s\\S]*?/customers/(c-[a-z]+)/links");
    desk.post("/customers/" + id + "/networks", "prefix", network, "from", "2026-01-01");
    assertThat(desk.text()).contains(network);
    desk.post("/customers/" + id + "/links", "days", "365");
    return desk.find("id=\"link\">([^<]+)<");
  }

  private static void permit(Guest customer, String... more) {
    customer.get("/portal/in/network");
    List<String> fields =
        new java.util.ArrayList<>(
            List.of(
                "to",
                "responsible",
                "until",
                LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(300).toString()));
    fields.addAll(List.of(more));
    customer.post("/portal/in/network", fields.toArray(String[]::new));
    assertThat(customer.text()).contains("so that your operator can tell you");
  }

  private static String statement(String link, String wanted) {
    CLOCK.pass(Duration.ofSeconds(12));
    Guest customer = Guest.by(link);
    long end = System.nanoTime() + PATIENCE.toNanos();
    String file;
    do {
      file = customer.get("/portal/in/statement.json");
    } while (!file.contains(wanted) && System.nanoTime() < end);
    assertThat(file).contains(wanted);
    return file;
  }

  @Test
  void rows_go_by_the_customers_consent_and_no_others_do_until_it_is_withdrawn() throws Exception {
    String sakura = link("Sakura Works", "126.97.0.16/28");
    String ume = link("Ume Works", "126.97.0.32/28");
    hayateSaw(SAKURA, UME, NOBODY, SAKURA);
    Pulling minato = new Pulling(hub, MINATO, CLOCK);
    assertThat(minato.next()).isEmpty();

    Guest customer = Guest.by(sakura);
    customer.get("/portal/in/network");
    assertThat(customer.text())
        .contains("126.97.0.16/28", "You permitted nothing.")
        .doesNotContain("126.97.0.32", "ayate");
    permit(customer, "part", "addresses", "part", "time");
    assertThat(minato.next())
        .hasSize(2)
        .allSatisfy(row -> {
          assertThat(row).contains("\"" + SAKURA + "\"", "03:00:0", "mirai");
          assertThat(row).doesNotContain("4711", "192.0.2.1", "tcp");
        });
    assertThat(minato.all()).hasSize(2);
    Guest desk = Guest.of(hub.address(), MINATO);
    desk.get("/network?range=7d");
    assertThat(desk.text()).contains(SAKURA).doesNotContain(UME, NOBODY);

    Guest.by(ume).get("/portal/in/network");
    permit(Guest.by(ume), "part", "time");
    assertThat(minato.next())
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).contains("03:00:01").doesNotContain(UME));

    customer = Guest.by(sakura);
    customer.get("/portal/in/network");
    String first = customer.find("name=\"consent\" value=\"([^\"]+)\"");
    permit(customer, "part", "time", "instead", first);
    assertThat(minato.all()).hasSize(3).noneMatch(row -> row.contains(SAKURA));
    CLOCK.pass(Duration.ofSeconds(3));
    statement(sakura, "became=recalled");
    customer.get("/portal/in/network");
    String second = customer.find("name=\"consent\" value=\"([^\"]+)\"");
    assertThat(second).isNotEqualTo(first);
    customer.post("/portal/in/network/withdraw", "consent", second);
    assertThat(minato.all()).as("Ume's stays").hasSize(1);
    customer.get("/portal/in/network/receipt?consent=" + second);
    assertThat(customer.last().body()).contains("ISO/IEC TS 27560:2023", "dpv:ConsentWithdrawn");

    CLOCK.pass(Duration.ofSeconds(3));
    String file = statement(sakura, "ended=" + second);
    assertThat(file)
        .contains("recipient=minato", first, "source-address:FULL")
        .doesNotContain("hayate", SAKURA, "Ume");
    Path at = Files.writeString(folder.resolve("statement.json"), file);
    Guest reader = Guest.by(sakura);
    Path key =
        Files.writeString(folder.resolve("key.txt"), reader.get("/portal/in/ledger-key.txt"));
    assertThat(Acts.run("ledger", "verify", at.toString(), "--key", key.toString())).isZero();
    reader.get("/portal/in/statement");
    assertThat(reader.text())
        .contains(
            "your addresses and those they spoke with",
            "what kind of trouble",
            "so that your operator can tell you",
            "your permission, withdrawn since",
            "Recalled: has to be deleted or used no more");
    assertThat(statement(ume, "recipient=minato")).doesNotContain(first, second, "became=");
    for (String member : List.of("hayate", "kogane")) {
      Guest other = Guest.of(hub.address(), member);
      for (String page : List.of("/customers", "/tasks", "/incidents", "/grounds", "/balance")) {
        other.get(page);
        assertThat(other.text()).as(member + page).doesNotContain("Sakura", "Ume", "consent:rows");
      }
    }
  }

  @Test
  void network_of_another_operator_that_a_desk_enters_gives_its_customer_nothing()
      throws Exception {
    Guest desk = Guest.of(hub.address(), "kogane");
    desk.get("/customers");
    desk.post("/customers", "name", "Kiku Works", "mail", "ciso@kiku.example");
    String id = desk.find("/customers/(c-[a-z]+)/links");
    desk.post("/customers/" + id + "/networks", "prefix", "126.97.4.0/24", "from", "2026-01-01");
    desk.post("/customers/" + id + "/links", "days", "365");
    Guest customer = Guest.by(desk.find("id=\"link\">([^<]+)<"));
    hayateSaw("126.97.4.4");
    Pulling minato = new Pulling(hub, MINATO, CLOCK);
    int before = minato.all().size();
    permit(customer, "part", "addresses", "part", "time");
    assertThat(minato.all()).hasSize(before).noneMatch(row -> row.contains("126.97.4.4"));
    assertThat(new Pulling(hub, "kogane", CLOCK).all()).isEmpty();
    desk.get("/customers");
    desk.post(
        "/customers/" + id + "/networks/end",
        "network",
        desk.find("name=\"network\" value=\"([^\"]+)\""));
    assertThat(desk.text()).doesNotContain("126.97.4.0/24");
    customer.get("/portal/in/network");
    assertThat(customer.text()).contains("None is on record.");
  }
}

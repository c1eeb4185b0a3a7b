package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/** A customer tells, says who may know, reads what left, withdraws. */
class PortalStoryTest {
  private static final String SERVER = "203.0.113.77:443";

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

  /** A link of a new customer of a desk. */
  private static String link(Guest desk, String name) {
    desk.get("/customers");
    desk.post("/customers", "name", name, "mail", "ciso@" + name.hashCode() + ".example");
    String id = desk.find(name + "[\\s\\S]*?/customers/(c-[a-z]+)/links");
    desk.post("/customers/" + id + "/links", "days", "30");
    return desk.find("id=\"link\">([^<]+)<");
  }

  private static List<String> told(String once, String server) {
    return new ArrayList<>(
        List.of(
            "once",
            once,
            "kind",
            "system-compromise",
            "zone",
            "Asia/Tokyo",
            "started",
            "2026-11-18T03:10",
            "servers",
            server,
            "victim-name",
            "Sakura Works",
            "victim-domain",
            "sakura.example",
            "damage",
            "twelve machines",
            "marking",
            "TLP:AMBER",
            "until",
            "2027-10-01"));
  }

  private static void tell(Guest customer, List<String> fields) {
    customer.get("/portal/in/tell");
    String once = customer.find("name=\"once\" value=\"([^\"]+)\"");
    List<String> all = new ArrayList<>(fields);
    all.set(1, once);
    all.addAll(List.of("step", "send"));
    customer.post("/portal/in/tell", all.toArray(String[]::new));
  }

  /** The ledger's next head comes by itself, a moment after its time. */
  private static String statement(Guest customer, String wanted) {
    CLOCK.pass(Duration.ofSeconds(12));
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    do {
      customer.get("/portal/in/statement");
    } while (!customer.text().contains(wanted) && System.nanoTime() < end);
    assertThat(customer.text()).contains(wanted);
    return customer.text();
  }

  private static List<String> with(List<String> fields, String... more) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void two_members_see_exactly_the_permitted_fields_and_a_third_what_it_saw_before() {
    Guest minato = member("minato");
    minato.get("/incidents");
    String before = minato.text();
    List<String> told =
        with(told("", SERVER), "part", "method", "aim", "defend", "to", "hayate", "to", "kogane");
    Guest customer = Guest.by(link(member("aozora"), "Sakura One"));
    tell(customer, told);
    String report = customer.path();
    assertThat(report).startsWith("/portal/in/reports/");
    for (String who : List.of("hayate", "kogane")) {
      Guest seeing = member(who);
      seeing.get("/incidents");
      seeing.get(seeing.find("href=\"(/incidents/[0-9a-f-]+)\""));
      assertThat(seeing.text())
          .contains(SERVER, "2026-11-18", "System compromised")
          .doesNotContain("Sakura", "sakura.example", "twelve machines", "03:10");
    }
    minato.get("/incidents");
    assertThat(minato.text()).isEqualTo(before);
    assertThat(minato.text()).doesNotContain(SERVER);
    minato.get("/incidents/" + report.substring(report.lastIndexOf('/') + 1));
    assertThat(minato.status()).as("the hub's own id leads nobody anywhere").isEqualTo(404);

    assertThat(statement(customer, "Kogane")).contains("Hayate", "Kogane", "your permission");
    customer.get(report);
    String consent = customer.find("name=\"consent\" value=\"([^\"]+)\"");
    customer.post(report + "/withdraw", "consent", consent);
    for (String who : List.of("hayate", "kogane")) {
      Guest seeing = member(who);
      seeing.get("/incidents");
      assertThat(seeing.text()).as("gone at the next request").doesNotContain(SERVER);
    }
    assertThat(statement(customer, "withdrawn since")).contains("Hayate");
    customer.get(report + "/receipt?consent=" + consent);
    assertThat(customer.last().body()).contains("ISO/IEC TS 27560:2023", "dpv:ConsentWithdrawn");
  }

  @Test
  void one_customers_link_leads_to_no_other_customers_report() {
    Guest aozora = member("aozora");
    Guest one = Guest.by(link(aozora, "Ume Foods"));
    tell(one, told("", "198.51.100.11"));
    String report = one.path();
    Guest other = Guest.by(link(aozora, "Take Foods"));
    other.get(report);
    String foreign = other.text();
    assertThat(other.status()).isEqualTo(404);
    other.get("/portal/in/reports/00000000-0000-4000-8000-000000000000");
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.text()).isEqualTo(foreign);
    other.get("/portal/in");
    other.post(report + "/withdraw", "consent", "consent:guessed");
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.get("/portal/in")).doesNotContain("198.51.100.11");
  }

  @Test
  void looking_acts_on_nothing_and_a_form_without_its_token_is_refused() {
    Guest aozora = member("aozora");
    String link = link(aozora, "Matsu Foods");
    String secret = link.substring(link.indexOf('#') + 1);
    Guest scanner = new Guest(hub.address());
    assertThat(scanner.get("/portal")).doesNotContain(secret);
    assertThat(scanner.last().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(scanner.last().headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
    scanner.get("/portal/enter?secret=" + secret);
    assertThat(scanner.status()).as("a secret in an address opens nothing").isEqualTo(405);
    scanner.get("/portal/in");
    assertThat(scanner.path()).isEqualTo("/portal");

    Guest customer = Guest.by(link);
    tell(
        customer,
        with(
            told("", "198.51.100.12"),
            "part",
            "method",
            "aim",
            "defend",
            "to",
            "class:secretariat"));
    String report = customer.path();
    String consent = customer.find("name=\"consent\" value=\"([^\"]+)\"");
    customer.get(report + "/withdraw?consent=" + consent);
    assertThat(customer.status()).isEqualTo(405);
    customer.bare(report + "/withdraw", "consent=" + consent);
    assertThat(customer.status()).isEqualTo(403);
    Guest office = member("secretariat");
    office.get("/incidents");
    assertThat(office.find("href=\"(/incidents/[0-9a-f-]+)\"")).isNotEmpty();
  }

  @Test
  void a_link_that_is_revoked_ends_the_visit_at_its_next_request() {
    Guest aozora = member("aozora");
    String link = link(aozora, "Kiku Foods");
    Guest customer = Guest.by(link);
    assertThat(customer.path()).isEqualTo("/portal/in");
    aozora.get("/customers");
    String end = aozora.find("Kiku Foods[\\s\\S]*?(/customers/c-[a-z]+/links/[0-9a-f-]+/end)");
    Guest hayate = member("hayate");
    hayate.get("/customers");
    hayate.post(end);
    assertThat(hayate.status()).as("another desk's link is none").isEqualTo(404);
    customer.get("/portal/in");
    assertThat(customer.path()).isEqualTo("/portal/in");
    aozora.get("/customers");
    aozora.post(end);
    customer.get("/portal/in/tell");
    assertThat(customer.path()).isEqualTo("/portal");
    Guest again = Guest.by(link);
    assertThat(again.text()).contains("leads nowhere");
    String made = again.text();
    Guest guessing = Guest.by(hub.address() + "portal#abcdefghijklmnopqrstuvwxyz234567");
    assertThat(guessing.text()).as("an ended link and one that never was").isEqualTo(made);
  }

  @Test
  void a_number_told_by_telephone_is_wanted_and_five_wrong_ones_end_the_link() {
    Guest aozora = member("aozora");
    aozora.get("/customers");
    aozora.post("/customers", "name", "Fuji Foods", "mail", "x@fuji.example");
    String id = aozora.find("Fuji Foods[\\s\\S]*?/customers/(c-[a-z]+)/links");
    aozora.post("/customers/" + id + "/links", "days", "30", "coded", "true");
    String link = aozora.find("id=\"link\">([^<]+)<");
    String code = aozora.find("<b class=\"mono\">([0-9]{6})</b>");
    String secret = link.substring(link.indexOf('#') + 1);
    Guest customer = Guest.by(link);
    assertThat(customer.text()).contains("six digits");
    customer.post("/portal/enter", "secret", secret, "code", code);
    assertThat(customer.path()).isEqualTo("/portal/in");
    Guest thief = Guest.by(link);
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      thief.get("/portal");
      thief.post("/portal/enter", "secret", secret, "code", wrong);
    }
    thief.get("/portal");
    thief.post("/portal/enter", "secret", secret, "code", code);
    assertThat(thief.path()).as("the right one comes too late").isEqualTo("/portal/enter");
    assertThat(thief.text()).contains("leads nowhere");
  }

  @Test
  void go_jp_co_jp_and_com_are_told_on_alike() {
    List<String> seen = new ArrayList<>();
    for (String domain : List.of("office.go.jp", "works.co.jp", "firm.com")) {
      Guest customer = Guest.by(link(member("shirakaba"), "Org " + domain));
      List<String> told =
          with(
              told("", "192.0.2.99:8443"),
              "part",
              "method",
              "part",
              "damage",
              "aim",
              "defend",
              "to",
              "class:operator");
      told.set(told.indexOf("sakura.example"), domain);
      tell(customer, told);
      Guest yamabiko = member("yamabiko");
      yamabiko.get("/incidents");
      yamabiko.get(yamabiko.find("href=\"(/incidents/[0-9a-f-]+)\""));
      seen.add(yamabiko.text());
      String report = customer.path();
      String consent = customer.find("name=\"consent\" value=\"([^\"]+)\"");
      customer.post(report + "/withdraw", "consent", consent);
    }
    assertThat(seen.getFirst()).contains("192.0.2.99:8443", "twelve machines");
    assertThat(Set.copyOf(seen)).hasSize(1);
  }
}

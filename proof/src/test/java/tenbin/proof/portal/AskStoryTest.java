package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.run.RunningHub;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/** A question goes out by mail, is answered by one click, and what it opens goes by itself. */
class AskStoryTest {
  private static final String SERVER = "203.0.113.66:8443";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static AskingHub asking;

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @BeforeAll
  static void a_hub_that_sends_mail_runs() throws Exception {
    asking = new AskingHub(folder, CircleFile.demo(), PolicyFile.demo().text());
    hub = asking.hub();
  }

  @AfterAll
  static void close() {
    asking.close();
  }

  /** The link of the question with this number, at this hub's own address. */
  private static String linkOf(int number) throws Exception {
    MimeMessage mail =
        asking
            .mails("May all network operators of the circle know how it was done?", number)
            .get(number - 1);
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSubject()).doesNotContain("Sakura");
    String text = AskingHub.text(mail);
    assertThat(text).doesNotContain(SERVER);
    Matcher link =
        Pattern.compile("https://hub\\.circle\\.example/portal#([a-z2-7]{32})").matcher(text);
    assertThat(link.find()).as(GreenMailUtil.getBody(mail)).isTrue();
    return hub.address() + "portal#" + link.group(1);
  }

  private static String incidentsOf(String member) {
    Guest guest = Guest.of(hub.address(), member);
    guest.get("/incidents");
    return guest.text();
  }

  @Test
  void asked_by_mail_answered_by_one_click_released_taken_back_and_refused() throws Exception {
    Guest desk = Guest.of(hub.address(), "shirakaba");
    desk.get("/customers");
    desk.post("/customers", "name", "Sakura Works", "mail", "ciso@sakura.example");
    String id = desk.find("/customers/(c-[a-z]+)/links");
    desk.post("/customers/" + id + "/links", "days", "30");
    Guest customer = Guest.by(desk.find("id=\"link\">([^<]+)<"));
    customer.get("/portal/in/tell");
    String once = customer.find("name=\"once\" value=\"([^\"]+)\"");
    customer.post(
        "/portal/in/tell",
        "once",
        once,
        "step",
        "send",
        "kind",
        "system-compromise",
        "zone",
        "Asia/Tokyo",
        "started",
        "2026-11-18T03:10",
        "servers",
        SERVER,
        "victim-name",
        "Sakura Works",
        "damage",
        "twelve machines",
        "marking",
        "TLP:AMBER",
        "ask",
        "yes");
    assertThat(customer.path()).startsWith("/portal/in/reports/");
    String before = incidentsOf("hayate");
    assertThat(before).contains("Nothing.");

    Guest asked = Guest.by(linkOf(1));
    assertThat(asked.path()).isEqualTo("/portal/in/question");
    assertThat(asked.text()).contains("All network operators of the circle", "Yes, they may");
    asked.get("/portal/in/question?say=yes");
    asked.get("/portal/in/statement");
    assertThat(asked.path()).as("a question's link leads there alone").endsWith("/question");
    asked.bare("/portal/in/question", "say=yes");
    assertThat(asked.status()).isEqualTo(403);
    assertThat(incidentsOf("hayate")).as("to look answers nothing").isEqualTo(before);

    asked.get("/portal/in/question");
    asked.post("/portal/in/question", "say", "yes");
    assertThat(asked.text()).contains("You said yes");
    for (String member : new String[] {"hayate", "minato"}) {
      assertThat(incidentsOf(member)).contains("System compromised 2026-11-18", "Servers");
      assertThat(incidentsOf(member)).doesNotContain("Name of the organisation", "What it did");
    }
    assertThat(incidentsOf("kansoku")).as("operators were asked about").contains("Nothing.");

    asked.post("/portal/in/question", "say", "undo");
    assertThat(asked.text()).contains("Taken back");
    assertThat(incidentsOf("hayate")).isEqualTo(before);
    asked.post("/portal/in/question", "say", "yes");
    assertThat(asked.text()).as("it is not asked again").contains("Taken back");
    assertThat(
            asking.mails("A ground on which your organisation was given something has ended.", 2))
        .as("both who had looked are told to delete it")
        .allSatisfy(mail -> assertThat(AskingHub.text(mail)).doesNotContain("Sakura", SERVER));

    Guest next = Guest.by(linkOf(2));
    next.post("/portal/in/question", "say", "no");
    assertThat(next.text()).contains("You said no");
    next.post("/portal/in/question", "say", "yes");
    assertThat(next.text()).contains("You said no");
    assertThat(incidentsOf("hayate")).isEqualTo(before);

    desk.get("/tasks");
    assertThat(desk.text()).contains("taken back", "no", "Your customer is asked");
    assertThat(desk.get("/tasks/export.csv"))
        .contains("task,incident,kind", "subject,K,P11", "\"class:operator\"", "undone", "refused");
    Guest other = Guest.of(hub.address(), "hayate");
    other.get("/tasks");
    assertThat(other.text()).contains("Nothing was asked.");
  }
}

package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the recipient can ask a hub for. A new page is a line in {@link #PAGES}, a new
 * way of the API a line in {@link #API}; what needs more than an address has a method.
 */
final class Probes {
  static final String NOBODYS = "00000000-0000-8000-8000-000000000000";

  /** Open to everybody. */
  private static final List<String> OPEN =
      List.of(
          "/",
          "/sign-in",
          "/welcome",
          "/look/tenbin.css",
          "/look/tenbin.js",
          "/look/nothing.css",
          "/favicon.ico",
          "/network",
          "/api/openapi.json",
          "/api/v1/rows",
          "/actuator/health",
          "/actuator/info",
          "/no/such/page");

  /** Pages of a person, in the language of the browser. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/today",
          "/account",
          "/people",
          "/secretariat/people",
          "/statistics",
          "/statistics/download",
          "/network",
          "/network?range=1d",
          "/network?range=30d&page=0",
          "/network?range=30d&page=1",
          "/network?range=30d&type=infected-system",
          "/network?range=30d&q=126.10.0.0/16",
          "/network?range=30d&q=126.10.3.4",
          "/network?range=30d&q=126.200.7.0/24",
          "/network?range=30d&q=126.10.8.0/24",
          "/network?range=30d&q=mirai",
          "/network?range=bad&page=-3&q=%25",
          "/network?range=30d&order=-about",
          "/network/space",
          "/network/space?range=30d",
          "/network/space?range=30d&type=infected-system&q=126.10.0.0/16",
          "/network/download?format=screen&range=30d&order=about&page=0",
          "/network/" + NOBODYS,
          "/network/" + NOBODYS + "/line",
          "/network/not-an-id",
          "/network/download?format=json-lines&range=30d",
          "/network/download?format=nine-columns&range=30d",
          "/network/download?format=shadowserver-csv&range=30d",
          "/network/download?format=intelmq-json&range=30d",
          "/network/download?format=xarf&range=30d",
          "/network/download?format=none",
          "/upload",
          "/reports",
          "/reports?before=1",
          "/reports?order=-size&filter=a&page=1",
          "/tokens?order=title",
          "/contacts?order=next&filter=",
          "/cases",
          "/cases?order=-due&filter=i",
          "/cases/screen?order=seen-by&filter=",
          "/cases/" + NOBODYS,
          "/cases/" + NOBODYS + "/talk",
          "/cases/" + NOBODYS + "/method",
          "/cases/" + NOBODYS + "/again",
          "/cases/" + NOBODYS + "/files",
          "/cases/" + NOBODYS + "/file?file=" + NOBODYS,
          "/circle",
          "/joining",
          "/joining/record",
          "/joining/row",
          "/secretariat/newcomers",
          "/groups",
          "/groups/abuse-wg",
          "/groups/abuse-wg/people",
          "/groups/abuse-wg/elections",
          "/groups/abuse-wg/documents",
          "/groups/abuse-wg/document?file=" + NOBODYS,
          "/groups/" + NOBODYS,
          "/groups/" + NOBODYS + "/people",
          "/skills",
          "/skills?q=skill",
          "/portal/approve",
          "/channels",
          "/channels/" + NOBODYS,
          "/receipts",
          "/receipts?page=1",
          "/receipts?digest=xyz",
          "/tokens",
          "/account",
          "/people",
          "/secretariat/people",
          "/welcome",
          "/contacts",
          "/grounds",
          "/grounds/clause?id=charter",
          "/recalls",
          "/recalls/" + NOBODYS,
          "/balance",
          "/secretariat/balance",
          "/incidents",
          "/incidents?skip=1",
          "/incidents/" + NOBODYS,
          "/tasks",
          "/tasks/export.csv",
          "/customers",
          "/grounds/clause?id=clause/cleaned",
          "/grounds/clause?id=clause/names",
          "/grounds/clause?id=clause/rows",
          "/grounds/clause?id=release/first",
          "/grounds/release",
          "/grounds/release?purpose=notify-affected-customer&categories=c1&to=responsible",
          "/grounds/release?purpose=inform-and-defend&categories=c0&categories=c1&to=members",
          "/receipts/" + NOBODYS + "/proof",
          "/receipts/ledger-key.txt",
          "/grounds/clause?id=clause/routes",
          "/routes",
          "/routes?order=-prefixes&filter=126.1",
          "/routes?order=begin&filter=hijack",
          "/routes/mine",
          "/routes/mine?order=-incidents&filter=126",
          "/routes/feeds",
          "/routes/look",
          "/routes/look?prefix=126.0.0.0/8",
          "/routes/look?prefix=126.10.41.0/24&at=yesterday",
          "/routes/" + NOBODYS,
          "/routes/" + NOBODYS + "/prefixes",
          "/routes/" + NOBODYS + "/report",
          "/portal",
          "/portal/in",
          "/secretariat/recalls",
          "/dead-letters",
          "/secretariat/health",
          "/secretariat/cases",
          "/secretariat/circle",
          "/demo",
          "/no/such/page");

  /** What a program asks for. */
  private static final List<String> API =
      List.of(
          "/api/v1/rows",
          "/api/v1/networks",
          "/api/v1/secretariat/newcomers",
          "/api/v1/rows?most=1",
          "/api/v1/rows?most=3&format=nine",
          "/api/v1/rows?format=shadowserver-csv",
          "/api/v1/rows?format=intelmq-json",
          "/api/v1/rows?format=xarf",
          "/api/v1/rows?format=none",
          "/api/v1/rows?purpose=P11",
          "/api/v1/rows?purpose=P6",
          "/api/v1/rows?purpose=P5",
          "/api/v1/rows?purpose=P5&most=1",
          "/api/v1/rows?purpose=P5&after=route-1",
          "/api/v1/routes",
          "/api/v1/routes?order=-prefixes&filter=126.10",
          "/api/v1/routes?order=none",
          "/api/v1/routes/mine",
          "/api/v1/routes/feeds",
          "/api/v1/routes/look?prefix=126.0.0.0/8",
          "/api/v1/routes/look?prefix=none",
          "/api/v1/routes/" + NOBODYS,
          "/api/v1/routes/" + NOBODYS + "/prefixes",
          "/api/v1/routes/" + NOBODYS + "/report",
          "/api/v1/rows?purpose=advertising",
          "/api/v1/rows?most=0",
          "/api/v1/rows?after=AAAAAAAAAAAAAAAAAAAAAA",
          "/api/v1/rows?after=broken",
          "/api/v1/network/rows?range=30d&most=5",
          "/api/v1/network/tally?range=30d",
          "/api/v1/network/space?range=30d",
          "/api/v1/cases",
          "/api/v1/cases/" + NOBODYS,
          "/api/v1/cases/" + NOBODYS + "/comments",
          "/api/v1/cases/" + NOBODYS + "/rows",
          "/api/v1/cases/" + NOBODYS + "/hand",
          "/api/v1/cases/" + NOBODYS + "/method",
          "/api/v1/cases/" + NOBODYS + "/measures",
          "/api/v1/cases/" + NOBODYS + "/earlier",
          "/api/v1/cases/" + NOBODYS + "/files",
          "/api/v1/cases/" + NOBODYS + "/file?file=" + NOBODYS,
          "/api/v1/statistics",
          "/api/v1/circle",
          "/api/v1/groups",
          "/api/v1/groups/" + NOBODYS,
          "/api/v1/groups/abuse-wg",
          "/api/v1/groups/abuse-wg/minutes",
          "/api/v1/groups/abuse-wg/people",
          "/api/v1/groups/abuse-wg/elections",
          "/api/v1/groups/abuse-wg/documents",
          "/api/v1/groups/abuse-wg/document?file=" + NOBODYS,
          "/api/v1/skills",
          "/api/v1/balance",
          "/api/v1/grounds",
          "/api/v1/dead-letters",
          "/api/v1/tokens",
          "/api/v1/networks",
          "/api/v1/reports",
          "/api/v1/reports?most=1",
          "/api/v1/reports/00",
          "/api/v1/receipts",
          "/api/v1/receipts?most=2&skip=1",
          "/api/v1/receipts?most=0",
          "/api/v1/recalls",
          "/api/v1/recalls/" + NOBODYS + "/deliveries",
          "/api/v1/incidents",
          "/api/v1/incidents?purpose=P4&most=1",
          "/api/v1/incidents?purpose=P3&format=json-lines",
          "/api/v1/incidents?purpose=P1",
          "/api/v1/incidents?after=" + NOBODYS,
          "/api/v1/ledger/key",
          "/api/v1/ledger/receipts/" + NOBODYS,
          "/api/v1/ledger/consistency?heads=100000",
          "/api/v1/mail",
          "/api/v1/mail/report-address",
          "/api/v1/subscriptions",
          "/api/v1/subscriptions/" + NOBODYS + "/attempts",
          "/api/v1/secretariat/health",
          "/api/v1/secretariat/conflicts",
          "/api/v1/secretariat/cases",
          "/api/v1/no-such-thing");

  /** By which the naive reference is held against the hub. */
  private static final List<String> ALWAYS =
      List.of("/api/v1/rows", "/api/v1/incidents", "/api/v1/routes");

  private static final int MOST_OF_OTHERS = 6;
  private static final int NOBODY_KNOCKS = 8;

  /** Each family asks for a third of the addresses at which there is only to read. */
  private static final int ADDRESSES = 3;

  private static final int GROUPS = 2;

  private final Probing look;

  private Probes(Probing look) {
    this.look = look;
  }

  /** Asks for all of it. */
  static List<Shot> all(Probing look) throws IOException, SQLException, InterruptedException {
    Probes probes = new Probes(look);
    look.arrivals();
    probes.outside();
    probes.enter();
    String title = "stream" + look.number();
    String streaming = probes.minted(title);
    Caller listener = look.caller().with("Authorization: Bearer " + streaming);
    Socket stream = look.open(listener, "/api/v1/rows/stream");
    look.begin(stream);
    // It ends within its next round, while other things are asked for.
    String token =
        Probing.first(look.get(look.person, "/tokens"), revokes(title))
            .orElseThrow(() -> new AssertionError("nothing ends the stream's token"));
    look.form("/tokens", token, "");
    probes.pages();
    probes.api();
    probes.cursors();
    probes.groups();
    probes.deeds();
    probes.lastGroups();
    look.end("/api/v1/rows/stream", stream);
    look.form("/tokens", "/sign-out", "");
    return look.shots();
  }

  /** The button that ends a token, in the line of its title. */
  private static String revokes(String title) {
    return ">" + title + "<(?:(?!<tr)[\\s\\S])*?action=\"(/tokens/[0-9a-f-]{36}/revoke)\"";
  }

  /** What takes more than an address, each in every other family. */
  private void groups() throws IOException {
    PortalProbes portal = new PortalProbes(look);
    if (look.family().asks("others", GROUPS)) {
      others();
    }
    if (look.family().asks("one by one", GROUPS)) {
      oneByOne();
    }
    if (look.family().asks("visit", GROUPS)) {
      portal.visit();
    }
    portal.member();
    if (look.family().asks("routes", GROUPS)) {
      new RouteProbes(look).all();
    }
    if (look.family().asks("people", GROUPS)) {
      people();
    }
  }

  /** Its own people: one more is invited, looked at, and goes again. */
  private void people() throws IOException {
    Answer mine = look.get(look.person, "/people");
    Answer more = look.sent(look.person, mine, "/people", "login=helper%40asagiri&office=reader");
    look.sent(look.person, mine, "/people", "login=helper%40asagiri&office=reader");
    for (String path : Probing.all(more, "action=\"(/people/[0-9a-f-]{36})/end\"")) {
      look.sent(look.person, mine, path + "/invite", "");
      look.sent(look.person, mine, path + "/offices", "office=approver&office=administrator");
      look.sent(look.person, mine, path + "/end", "");
    }
    look.sent(look.person, mine, "/people/" + NOBODYS + "/end", "");
  }

  private void lastGroups() throws IOException {
    PortalProbes portal = new PortalProbes(look);
    if (look.family().asks("grounds", GROUPS)) {
      portal.grounds();
    }
    if (look.family().asks("evidence", GROUPS)) {
      portal.evidence();
    }
  }

  private void outside() throws IOException {
    for (String path : OPEN) {
      look.get(look.stranger, path);
    }
  }

  private void enter() throws IOException {
    // Whoever does not exist is checked at the full price: 60 ms, with nothing to say each time.
    if (look.number() % NOBODY_KNOCKS == 1) {
      look.form("/sign-in", "/sign-in", "username=nobody&password=wrong");
    }
    look.form("/sign-in", "/sign-in", "username=desk%40asagiri&password=wrong");
    look.form(
        "/sign-in",
        "/sign-in",
        "username=desk%40asagiri&password=" + URLEncoder.encode(Playing.PASSWORD, UTF_8));
  }

  private String minted(String title) throws IOException {
    Answer shown =
        look.form("/tokens", "/tokens", "title=" + title + "&scope=pull&scope=report&days=9");
    return Probing.first(shown, "(tenbin_[A-Za-z0-9_-]{43})").orElse("none");
  }

  private void pages() throws IOException {
    for (String path : PAGES) {
      if (look.family().asks(path, ADDRESSES)) {
        look.get(look.person, path);
      }
    }
    look.form("/network", "/language", "to=ja&back=/network");
    for (String path : List.of("/network", "/cases", "/circle", "/channels", "/no/such/page")) {
      look.get(look.person, path);
    }
    look.form("/network", "/language", "to=en&back=/network");
  }

  private void api() throws IOException {
    for (String path : API) {
      if (look.family().asks(path, ADDRESSES) || ALWAYS.contains(path)) {
        look.get(look.program, path);
      }
    }
    look.call(look.program, "HEAD", "/api/v1/rows", "", "");
    look.call(look.program, "DELETE", "/api/v1/rows", "", "");
  }

  /** Reports of others by their digests: of either world, the same on both sides. */
  private void others() throws IOException {
    for (String digest : look.family().reportsOfOthers(MOST_OF_OTHERS)) {
      look.get(look.program, "/api/v1/reports/" + digest);
      look.get(look.person, "/reports/" + digest);
    }
  }

  /** From page to page by the cursor, two rows at a time. */
  private void cursors() throws IOException {
    Optional<String> cursor = Optional.empty();
    boolean more = true;
    for (int i = 0; i < 9 && more; i++) {
      String after = cursor.map(each -> "&after=" + each).orElse("");
      Answer answer = look.get(look.program, "/api/v1/rows?most=2" + after);
      cursor = answer.field("Tenbin-Cursor");
      more = answer.field("Tenbin-More").orElse("").equals("true");
    }
  }

  /** Each kind of thing by its own address, as the lists name it. */
  private void oneByOne() throws IOException {
    for (String list :
        List.of(
            "/network?range=30d",
            "/cases",
            "/reports",
            "/channels",
            "/groups",
            "/incidents",
            "/recalls")) {
      String kind = list.replaceAll("\\?.*", "");
      List<String> found =
          Probing.all(look.get(look.person, list), "href=\"(" + kind + "/[0-9a-f-]{36,64})\"");
      for (String path : found.subList(0, Math.min(3, found.size()))) {
        look.get(look.person, path);
        if (kind.equals("/cases")) {
          look.get(look.person, path + "/talk");
          look.get(look.person, path + "/method");
          look.get(look.person, path + "/again");
          look.get(look.person, path + "/files");
          look.get(look.program, "/api/v1" + path);
          look.get(look.program, "/api/v1" + path + "/comments?most=1");
          look.get(look.program, "/api/v1" + path + "/rows");
          look.get(look.program, "/api/v1" + path + "/hand");
        }
        if (kind.equals("/reports")) {
          look.get(look.person, path + "/state");
          look.get(look.person, path + "/warnings.csv");
          look.get(look.person, path + "/raw");
          look.get(look.program, "/api/v1" + path);
          look.get(look.program, "/api/v1" + path + "/warnings");
        }
      }
    }
  }

  /** What the recipient does, and what it sees of it. */
  private void deeds() throws IOException, SQLException, InterruptedException {
    Answer cases = look.get(look.program, "/api/v1/cases");
    Optional<String> one = Probing.first(cases, "\"id\":\"([0-9a-f-]{36})\"");
    look.json(
        "/api/v1/cases/" + one.orElse(NOBODYS) + "/answer",
        "{\"state\":\"checking\",\"note\":\"we look\"}");
    Optional<Deed.Opened> mine =
        Mutation.all(look.family().first(), Deed.Opened.class).stream()
            .filter(each -> each.members().contains(World.RECIPIENT))
            .findFirst();
    if (mine.isPresent()) {
      look.tick("mail");
      look.playing()
          .mail(
              new Deed.Answered(
                  look.playing().clock().instant(),
                  World.RECIPIENT,
                  mine.get().id(),
                  "fixed",
                  "it was a printer",
                  Deed.Way.MAIL));
      look.get(look.program, "/api/v1/mail");
      look.get(look.program, "/api/v1/cases");
    }
    look.json(
        "/api/v1/reports?name=late.json",
        new Row(
                "phishing",
                look.family().first().base(),
                "126.10.99.1",
                9,
                "late",
                "126.241.0.1",
                "")
            .json());
    look.playing().settle();
    look.get(look.program, "/api/v1/reports");
    Answer made =
        look.json(
            "/api/v1/subscriptions",
            "{\"channel\":\"mail\",\"address\":\"desk@asagiri.example\",\"schedule\":\"rows"
                + " 900\"}");
    String id = Probing.first(made, "\"id\":\"([0-9a-f-]{36})\"").orElse(NOBODYS);
    look.get(look.program, "/api/v1/subscriptions/" + id + "/attempts");
    look.json("/api/v1/subscriptions/" + id + "/end", "");
    look.json("/api/v1/subscriptions", "{\"channel\":\"mail\",\"address\":\"a@b.example\"}");
    look.form("/channels", "/channels/report-address", "");
    look.tick("serve");
    look.playing().serve();
    look.arrivals();
    for (String path : List.of("/reports", "/cases", "/network?range=30d", "/channels")) {
      look.get(look.person, path);
    }
    look.get(look.program, "/api/v1/receipts");
    look.get(look.program, "/api/v1/subscriptions");
    look.form("/tokens", "/tokens/" + NOBODYS + "/revoke", "");
  }
}

package tenbin.hub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tenbin.hub.demo.Population.Operator;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;

/**
 * The reports of one made-up day: national feeds that the secretariat brings in for all, and what
 * members' own sensors, mail servers and firewalls saw. The same circle, date and seed give the
 * same bytes.
 */
public final class DemoDay {
  /** Any number does; this one is the demo's. */
  public static final long USUAL_SEED = 20_080_403;

  /** Rows of the largest file: the whole day loads in seconds on two cores. */
  private static final int MOST_ROWS = 9_000;

  private final Circle circle;
  private final LocalDate day;
  private final Population population;
  private final SensorPapers papers;
  private final Campaign campaign;
  private final List<DemoReport> reports = new ArrayList<>();

  private DemoDay(Circle circle, LocalDate day, long seed) {
    this.circle = circle;
    this.day = day;
    this.population = new Population(circle, new SplittableRandom(seed ^ day.toEpochDay()));
    this.papers = new SensorPapers(day, population);
    this.campaign = new Campaign(population);
  }

  /** The reports of the day, in the order in which they come in. */
  public static List<DemoReport> of(Circle circle, LocalDate day, long seed) {
    DemoDay made = new DemoDay(circle, day, seed);
    made.feeds();
    made.members();
    made.rare();
    return List.copyOf(made.reports);
  }

  private void feeds() {
    FeedSheets sheets = new FeedSheets(population, day);
    feed("event4_sinkhole", sheets.sinkhole(MOST_ROWS), true);
    feed("event4_honeypot_brute_force", sheets.bruteForce(4_000), false);
    feed("scan_dns", sheets.openResolvers(3_000), true);
    feed("scan_ntp", sheets.timeServers(2_000), false);
    feed("scan_telnet", sheets.telnet(2_000), false);
    feed("scan6_http", sheets.webServers6(800), false);
    feed("compromised_website", sheets.compromisedSites(300), false);
    add(bringer(), day + "-n6.json", "national-clearing-house", papers.n6(strikes(1_500, true)));
  }

  private void feed(String type, Sheet sheet, boolean zipped) {
    String name = day + "-" + type + "-demo-asn.csv";
    byte[] bytes = sheet.bytes();
    if (zipped) {
      add(bringer(), name + ".zip", "shadowserver", Sheet.zipped(name, day, bytes));
    } else {
      add(bringer(), name, "shadowserver", bytes);
    }
  }

  private void members() {
    List<Operator> operators = population.operators();
    for (int i = 0; i < operators.size(); i++) {
      MemberId member = operators.get(i).id();
      List<Strike> seen = new ArrayList<>(strikes(400 + 100 * (i % 4), false));
      seen.addAll(campaign.seenBy(i));
      seen.sort(java.util.Comparator.comparingInt(Strike::second));
      if (i % 3 == 1) {
        DemoReport csv =
            new DemoReport(
                member,
                member + "-firewall.csv",
                "",
                Optional.of(SensorPapers.MAPPING),
                papers.plainCsv(seen));
        reports.add(csv);
      } else {
        add(member, member + "-honeypots.jsonl", "", papers.intelMq(seen));
      }
    }
    // Last, so that some time goes by after the campaign: what may still spread is not told of.
    for (int i = 0; i < operators.size(); i++) {
      single(i, operators.get(i).id());
    }
  }

  /** Reports about one thing each, as people and mail servers send them. */
  private void single(int operator, MemberId member) {
    for (Strike strike : strikes(2, true)) {
      String name = member + "-" + strike.second();
      switch (operator % 3) {
        case 0 -> add(member, name + ".xarf.json", "", papers.xarf4(strike));
        case 1 -> add(member, name + "-login.eml", "", papers.xarfMail(strike));
        default -> add(member, name + "-complaint.eml", "", papers.feedbackMail(strike));
      }
    }
  }

  /** The remaining formats, so that the day shows every one that is read. */
  private void rare() {
    RarePapers rare = new RarePapers(day, population);
    MemberId firewall = population.operators().getLast().id();
    add(firewall, firewall + "-dshield.log", "", rare.dshieldLog(strikes(150, false)));
    add(bringer(), day + "-block.txt", "dshield", rare.dshieldBlockList(strikes(20, true)));
    add(bringer(), day + "-cert.txt", "spamhaus", rare.spamhausList(strikes(120, true)));
    Strike site = strikes(1, true).getFirst();
    add(bringer(), day + "-site.yaml", "cyscon", rare.cysconSite(site));
    for (Strike strike : strikes(2, true)) {
      add(firewall, firewall + "-" + strike.second() + ".json", "", rare.xarf3(strike));
    }
    List<Strike> mailed = strikes(3, true);
    List<byte[]> mails =
        List.of(
            papers.feedbackMail(mailed.get(0)),
            rare.xarfMailOfOld(mailed.get(1)),
            papers.xarfMail(mailed.get(2)));
    add(firewall, firewall + "-abuse.mbox", "", rare.mailbox(mails));
    Strike scan = strikes(1, true).getFirst();
    add(firewall, firewall + "-scan.eml", "", rare.xarfMailOfOld(scan));
  }

  private List<Strike> strikes(int many, boolean onlyCustomers) {
    List<Strike> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      boolean customer = onlyCustomers || i % 3 != 0;
      all.add(
          new Strike(
              customer ? population.customer(population.someOperator()) : population.outsider(),
              population.port(),
              population.sensor(),
              population.oneOf(List.of(22, 23, 2323, 3389)),
              population.second(),
              population.oneOf(List.of("mirai", "mozi", "gafgyt"))));
    }
    return all;
  }

  private void add(MemberId reporter, String name, String feed, byte[] bytes) {
    reports.add(new DemoReport(reporter, name, feed, Optional.empty(), bytes));
  }

  private MemberId bringer() {
    return circle
        .secretariat()
        .map(Member::id)
        .orElseGet(() -> population.operators().getFirst().id());
  }
}

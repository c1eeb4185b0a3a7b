package tenbin.proof.noninterference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Makes what customers tell and permit in a world, and what members adopt and release. */
final class PortalMaker {
  static final List<String> CLAUSES = List.of("clause/cleaned", "clause/learnt", "clause/names");
  static final String OPERATORS = "class:operator";
  private static final List<String> PARTS = List.of("method", "identity", "damage");
  private static final List<String> AIMS = List.of("defend", "detect", "stop");

  private final SplittableRandom random;
  private final Instant base;
  private final List<String> others;
  private final List<Deed> deeds = new ArrayList<>();

  private PortalMaker(SplittableRandom random, Instant base, List<String> others) {
    this.random = random;
    this.base = base;
    this.others = others;
  }

  static List<Deed> deeds(SplittableRandom random, Instant base, List<String> others) {
    PortalMaker maker = new PortalMaker(random, base, others);
    maker.customer(World.RECIPIENT, World.CUSTOMER, 10);
    maker.customer(maker.someone(), "hinoki", 11);
    maker.customer(World.OFFICE, "kaede", 12);
    maker.grounds();
    return maker.deeds;
  }

  private String someone() {
    return others.get(random.nextInt(others.size()));
  }

  private Instant time(int from, int to) {
    return base.plusSeconds(from + random.nextInt(to - from));
  }

  private void customer(String desk, String customer, int second) {
    deeds.add(new PortalDeed.Welcomed(base.plusSeconds(second), desk, customer));
    int reports = 1 + random.nextInt(2);
    List<PortalDeed.Told> all = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      PortalDeed.Told told = told(random, time(60, 1_400), customer, customer + "-" + i);
      deeds.add(told);
      all.add(told);
      if (random.nextInt(4) > 0) {
        deeds.add(permitted(random, told.at().plusSeconds(30), told, others));
        if (random.nextInt(4) == 0) {
          Instant at = told.at().plusSeconds(60 + random.nextInt(1_500));
          deeds.add(new PortalDeed.Withdrew(at, customer, told.report()));
        }
      }
    }
    if (random.nextInt(3) == 0) {
      deeds.add(replied(random, time(2_010, 2_600), all.get(random.nextInt(all.size()))));
    }
  }

  static PortalDeed.Told told(SplittableRandom random, Instant at, String customer, String report) {
    return new PortalDeed.Told(
        at,
        customer,
        report,
        "203.0.113." + (1 + random.nextInt(200)),
        (1 + random.nextInt(90)) + " machines",
        random.nextInt(3) > 0,
        random.nextInt(4) == 0 ? "TLP:GREEN" : "TLP:AMBER");
  }

  /** To one of the questions that can be put about a report. */
  static PortalDeed.Replied replied(SplittableRandom random, Instant at, PortalDeed.Told told) {
    boolean identity = random.nextInt(3) == 0;
    String aim = identity || random.nextBoolean() ? "stop" : "defend";
    return new PortalDeed.Replied(
        at, told.by(), told.report(), identity ? "identity" : "method", aim, random.nextInt(3) > 0);
  }

  /** Of a report: to all operators, or to some that are named. */
  static PortalDeed.Permitted permitted(
      SplittableRandom random, Instant at, PortalDeed.Told told, List<String> others) {
    Set<String> to = new TreeSet<>();
    if (random.nextInt(2) == 0) {
      to.add(OPERATORS);
    } else {
      to.add(others.get(random.nextInt(others.size())));
      if (random.nextInt(3) == 0) {
        to.add(World.RECIPIENT);
      }
    }
    return new PortalDeed.Permitted(
        at, told.by(), told.report(), some(random, PARTS), some(random, AIMS), to);
  }

  private static Set<String> some(SplittableRandom random, List<String> of) {
    Set<String> chosen = new TreeSet<>(Set.of(of.get(random.nextInt(of.size()))));
    of.stream().filter(each -> random.nextInt(3) == 0).forEach(chosen::add);
    return chosen;
  }

  private void grounds() {
    deeds.add(new PortalDeed.Asked(base.plusSeconds(2_000)));
    deeds.add(new PortalDeed.Asked(base.plusSeconds(2_650)));
    for (int i = 0; i < 3; i++) {
      String by = i == 0 ? World.RECIPIENT : someone();
      String clause = CLAUSES.get(random.nextInt(CLAUSES.size()));
      Instant at = time(60, 1_500);
      deeds.add(new PortalDeed.Adopted(at, by, clause));
      if (random.nextInt(4) == 0) {
        deeds.add(new PortalDeed.Left(at.plusSeconds(700), by, clause));
      }
    }
    for (int i = 0; i < 2; i++) {
      String by = i == 0 ? World.RECIPIENT : someone();
      if (random.nextInt(2) == 0) {
        deeds.addAll(rowsLetGo(random, base, by));
      }
    }
    String by = someone();
    deeds.add(new PortalDeed.Released(time(60, 900), by, "release/first", Set.of(someone())));
    for (int i = 0; i < 2; i++) {
      deeds.add(fetched(random, time(1_500, 2_700), i == 0 ? World.RECIPIENT : someone()));
    }
  }

  /** A member lets its rows go to whoever is responsible: often enough, and sometimes not long. */
  static List<Deed> rowsLetGo(SplittableRandom random, Instant base, String by) {
    List<Deed> deeds = new ArrayList<>();
    Instant adopted = base.plusSeconds(60 + random.nextInt(1_900));
    deeds.add(new PortalDeed.Adopted(adopted, by, NaiveRowConsents.CLAUSE));
    Instant replied = base.plusSeconds(2_010 + random.nextInt(500));
    if (random.nextInt(4) > 0) {
      deeds.add(new PortalDeed.RowsReplied(replied, by, random.nextInt(4) > 0));
    }
    if (random.nextInt(4) == 0) {
      deeds.add(
          new PortalDeed.Left(
              replied.plusSeconds(20 + random.nextInt(200)), by, NaiveRowConsents.CLAUSE));
    }
    return deeds;
  }

  static PortalDeed.Fetched fetched(SplittableRandom random, Instant at, String by) {
    String purpose = List.of("P11", "P4", "P3").get(random.nextInt(3));
    return new PortalDeed.Fetched(at, by, "/api/v1/incidents?purpose=" + purpose);
  }
}

package tenbin.proof.noninterference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One thing in which a second world differs from the first; whether it may is asked afterwards. */
enum Mutation implements Change {
  MORE_ROWS_ELSEWHERE {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = someone(world, random);
      return world.with(sent(world, random, by, "", "126." + (11 + random.nextInt(4)) + ".9."));
    }
  },
  ROWS_OF_A_STRANGER_ABOUT_THE_RECIPIENT {
    @Override
    public World of(World world, SplittableRandom random) {
      return world.with(sent(world, random, someone(world, random), "", "126.10.8."));
    }
  },
  RED_ROWS_ABOUT_THE_RECIPIENT {
    @Override
    public World of(World world, SplittableRandom random) {
      return world.with(sent(world, random, someone(world, random), "RED", "126.10.8."));
    }
  },
  DISPUTED_ROWS {
    @Override
    public World of(World world, SplittableRandom random) {
      return world.with(sent(world, random, someone(world, random), "", "126.200.7."));
    }
  },
  SAME_ROWS_OF_ANOTHER_HOLDER {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(reports(world), random);
      String marking = random.nextInt(2) == 0 ? "RED" : "";
      Instant at = random.nextInt(2) == 0 ? some.at().minusSeconds(1) : some.at().plusSeconds(1);
      List<Row> rows = some.rows().subList(0, 1 + random.nextInt(some.rows().size()));
      return world.with(
          new Deed.Sent(at, someone(world, random), "again.json", marking, shuffled(rows, random)));
    }
  },
  THE_SAME_BYTES_OF_ANOTHER_HOLDER {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(reports(world), random);
      Instant at = random.nextInt(3) > 0 ? some.at().minusSeconds(1) : some.at().plusSeconds(1);
      String marking = random.nextInt(2) == 0 ? "RED" : "";
      return world.with(
          new Deed.Sent(at, someone(world, random), "same.json", marking, some.rows()));
    }
  },
  FEWER_ROWS {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(theirs(world), random);
      List<Row> rows = new ArrayList<>(some.rows());
      rows.remove(random.nextInt(rows.size()));
      return replaced(world, some, rows.isEmpty() ? List.of() : List.of(some.with(rows)));
    }
  },
  CHANGED_ROW {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(theirs(world), random);
      List<Row> rows = new ArrayList<>(some.rows());
      int at = random.nextInt(rows.size());
      rows.set(at, WorldMaker.row(random, world.base(), "126.13.5." + (1 + random.nextInt(99))));
      return replaced(world, some, List.of(some.with(rows)));
    }
  },
  OTHER_BATCHES {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(theirs(world), random);
      int cut = random.nextInt(some.rows().size());
      Deed.Sent first = some.with(some.rows().subList(0, cut));
      Deed.Sent rest =
          new Deed.Sent(some.at(), some.by(), "rest.json", some.marking(), after(some.rows(), cut));
      return cut == 0 ? world : replaced(world, some, List.of(first, rest));
    }
  },
  OTHER_ORDER_IN_A_REPORT {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(theirs(world), random);
      return replaced(world, some, List.of(some.with(shuffled(some.rows(), random))));
    }
  },
  OTHER_ORDER_OF_REPORTS {
    @Override
    public World of(World world, SplittableRandom random) {
      Deed.Sent some = oneOf(theirs(world), random);
      Instant at = world.base().plusSeconds(60L + random.nextInt(2_600));
      return replaced(
          world,
          some,
          List.of(new Deed.Sent(at, some.by(), some.name(), some.marking(), some.rows())));
    }
  },
  OTHERS_COME_AND_GO {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = someone(world, random);
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      World more =
          world
              .with(new Deed.Entered(at, by, "desk" + random.nextInt(9) + "@" + by))
              .with(new Deed.Minted(at, by, "another of " + by))
              .with(new Deed.Pulled(at.plusSeconds(3), by))
              .with(new Deed.Knocked(at.plusSeconds(4), by));
      return random.nextInt(2) == 0
          ? more
          : more.with(
              new Deed.Ordered(
                  at.plusSeconds(1),
                  by,
                  "mail",
                  "desk@" + by + ".example",
                  "json-lines",
                  "at-once"));
    }
  },
  OTHERS_FAIL {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = someone(world, random);
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      return world
          .with(new Deed.Spoiled(at, by, "spoilt by " + by + random.nextInt(99)))
          .with(new Deed.Ordered(at, by, "webhook", "gone", "json-lines", "at-once"));
    }
  },
  OTHERS_GATHER {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      String by = someone(world, random);
      String with = someone(world, random);
      return world.with(new Deed.Gathered(at, by, with, "group " + random.nextInt(99)));
    }
  },
  A_PARTICIPANT {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      return world.with(new Deed.Named(at, someone(world, random), "person " + random.nextInt(99)));
    }
  },
  A_DOCUMENT {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      String title = "paper " + random.nextInt(99);
      return world.with(new Deed.Filed(at, someone(world, random), title, random.nextBoolean()));
    }
  },
  A_SKILL {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      return world.with(
          new Deed.Skilled(at, someone(world, random), "skill " + random.nextInt(99)));
    }
  },
  A_VOTE {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(1_000 + random.nextInt(1_600));
      return world.with(new Deed.Voted(at, someone(world, random), random.nextBoolean()));
    }
  },
  A_NEWCOMER {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      List<String> networks = List.of("126.10.0.0/16", "126.11.0.0/16", "198.51.100.0/24");
      return world.with(
          new Deed.Invited(
              at,
              // Of two in one world each has an id of its own.
              "newcomer-" + random.nextInt(99) + "-" + all(world, Deed.Invited.class).size(),
              networks.get(random.nextInt(networks.size())),
              random.nextBoolean()));
    }
  },
  A_PAPER_OF_OTHERS {
    @Override
    public World of(World world, SplittableRandom random) {
      List<World.Paper> papers = new ArrayList<>(world.papers());
      Set<String> signers = new HashSet<>(List.of(someone(world, random), someone(world, random)));
      Instant from = world.base().minus(Duration.ofDays(random.nextInt(60)));
      World.Paper more =
          new World.Paper(
              "between-" + random.nextInt(1_000_000),
              "Between others",
              List.of("P1", "P11", "P14"),
              List.of("C0", "C1", "C2", "CD"),
              signers,
              from,
              from.plus(Duration.ofDays(90)));
      papers.add(random.nextInt(papers.size()), more);
      return world.withPapers(papers);
    }
  },
  A_STRANGER_CHANGES {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = someone(world, random);
      return world.withParties(
          world.parties().stream()
              .map(each ->
                  each.id().equals(by)
                      ? new World.Party(
                          by,
                          "Renamed",
                          each.kind(),
                          plus(each.blocks(), "126." + (210 + random.nextInt(9)) + ".0.0/16"),
                          List.of("new@" + by + ".example", "more@" + by + ".example"))
                      : each)
              .toList());
    }
  },
  A_NEW_STRANGER {
    @Override
    public World of(World world, SplittableRandom random) {
      List<World.Party> parties = new ArrayList<>(world.parties());
      int number = random.nextInt(1_000_000);
      parties.add(
          random.nextInt(parties.size()),
          new World.Party(
              "newcomer-" + number,
              "Newcomer " + number,
              "committee",
              List.of("126." + (230 + number % 8) + ".0.0/16"),
              List.of("desk@newcomer.example")));
      return world.withParties(parties);
    }
  },
  OTHER_ANSWERS {
    @Override
    public World of(World world, SplittableRandom random) {
      List<Deed.Opened> cases = all(world, Deed.Opened.class);
      Deed.Opened some = cases.get(random.nextInt(cases.size()));
      List<String> members = some.members().stream().sorted().toList();
      return world.with(
          new Deed.Answered(
              some.at().plusSeconds(120),
              members.get(random.nextInt(members.size())),
              some.id(),
              random.nextInt(2) == 0 ? "fixed" : "affected",
              "changed its mind",
              random.nextInt(2) == 0 ? Deed.Way.MAIL : Deed.Way.HERE));
    }
  },
  A_CASE_OF_OTHERS {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = world.base().plusSeconds(random.nextInt(2_600));
      Set<String> members = new HashSet<>(List.of(someone(world, random), someone(world, random)));
      return world.with(
          new Deed.Opened(
              at,
              "their-case-" + random.nextInt(1_000_000),
              "tidepool",
              members,
              List.of("192.0.2.7"),
              world.base(),
              at));
    }
  };

  static String someone(World world, SplittableRandom random) {
    List<String> others =
        world.parties().stream()
            .map(World.Party::id)
            .filter(id -> !id.equals(World.RECIPIENT) && !id.equals(World.OFFICE))
            .toList();
    return others.get(random.nextInt(others.size()));
  }

  static <T extends Deed> List<T> all(World world, Class<T> kind) {
    return world.deeds().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Deed.Sent> reports(World world) {
    return all(world, Deed.Sent.class);
  }

  private static List<Deed.Sent> theirs(World world) {
    return reports(world).stream().filter(each -> !each.by().equals(World.RECIPIENT)).toList();
  }

  private static Deed.Sent oneOf(List<Deed.Sent> reports, SplittableRandom random) {
    return reports.get(random.nextInt(reports.size()));
  }

  private static Deed.Sent sent(
      World world, SplittableRandom random, String by, String marking, String block) {
    List<Row> rows =
        IntStream.range(0, 1 + random.nextInt(6))
            .mapToObj(i -> WorldMaker.row(random, world.base(), block + (1 + random.nextInt(200))))
            .toList();
    Instant at = world.base().plusSeconds(60L + random.nextInt(2_600));
    return new Deed.Sent(at, by, "more.json", marking, rows);
  }

  static World replaced(World world, Deed old, List<? extends Deed> by) {
    List<Deed> deeds = new ArrayList<>(world.deeds());
    int at = deeds.indexOf(old);
    deeds.remove(at);
    deeds.addAll(at, by);
    return world.withDeeds(deeds);
  }

  private static List<Row> after(List<Row> rows, int cut) {
    return rows.subList(cut, rows.size());
  }

  private static List<Row> shuffled(List<Row> rows, SplittableRandom random) {
    List<Row> other = new ArrayList<>(rows);
    Collections.shuffle(other, new Random(random.nextLong()));
    return other;
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}

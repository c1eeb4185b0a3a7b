package tenbin.proof.noninterference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Changes of what customers tell and permit, and of what members adopt, release and read. */
enum PortalMutation implements Change {
  A_CUSTOMER_OF_OTHERS {
    @Override
    public World of(World world, SplittableRandom random) {
      String customer = "nire" + random.nextInt(1_000_000);
      Instant at = time(world, random, 1_200);
      PortalDeed.Told told = PortalMaker.told(random, at.plusSeconds(9), customer, customer + "-0");
      return world
          .with(new PortalDeed.Welcomed(at, Mutation.someone(world, random), customer))
          .with(told)
          .with(PortalMaker.permitted(random, at.plusSeconds(20), told, others(world)));
    }
  },
  A_REPORT_TOLD_TO_OTHERS {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = time(world, random, 1_800);
      String report = "more-" + random.nextInt(1_000_000);
      PortalDeed.Told told = PortalMaker.told(random, at, customer(random), report);
      return random.nextInt(3) == 0
          ? world.with(told)
          : world
              .with(told)
              .with(PortalMaker.permitted(random, at.plusSeconds(20), told, others(world)));
    }
  },
  MORE_PERMITTED {
    @Override
    public World of(World world, SplittableRandom random) {
      PortalDeed.Told told = one(Mutation.all(world, PortalDeed.Told.class), random);
      Instant at = told.at().plusSeconds(40 + random.nextInt(900));
      return world.with(PortalMaker.permitted(random, at, told, others(world)));
    }
  },
  OTHERS_WITHDRAW {
    @Override
    public World of(World world, SplittableRandom random) {
      PortalDeed.Told told = one(Mutation.all(world, PortalDeed.Told.class), random);
      Instant at = told.at().plusSeconds(60 + random.nextInt(1_500));
      return world.with(new PortalDeed.Withdrew(at, told.by(), told.report()));
    }
  },
  ANOTHER_SERVER_OR_DAMAGE {
    @Override
    public World of(World world, SplittableRandom random) {
      PortalDeed.Told told = one(Mutation.all(world, PortalDeed.Told.class), random);
      PortalDeed.Told like = PortalMaker.told(random, told.at(), told.by(), told.report());
      boolean server = random.nextBoolean();
      return Mutation.replaced(
          world,
          told,
          List.of(
              new PortalDeed.Told(
                  told.at(),
                  told.by(),
                  told.report(),
                  server ? like.server() : told.server(),
                  server ? told.damage() : like.damage(),
                  like.asking(),
                  told.marking())));
    }
  },
  OTHERS_ANSWER {
    @Override
    public World of(World world, SplittableRandom random) {
      PortalDeed.Told told = one(Mutation.all(world, PortalDeed.Told.class), random);
      Instant at = world.base().plusSeconds(2_010 + random.nextInt(600));
      return world.with(PortalMaker.replied(random, at, told));
    }
  },
  OTHERS_ADOPT {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = Mutation.someone(world, random);
      String clause = PortalMaker.CLAUSES.get(random.nextInt(PortalMaker.CLAUSES.size()));
      Instant at = time(world, random, 2_000);
      World more = world.with(new PortalDeed.Adopted(at, by, clause));
      return random.nextBoolean()
          ? more
          : more.with(new PortalDeed.Left(at.plusSeconds(300), by, clause));
    }
  },
  OTHERS_LET_THEIR_ROWS_GO {
    @Override
    public World of(World world, SplittableRandom random) {
      World more = world;
      for (Deed each :
          PortalMaker.rowsLetGo(random, world.base(), Mutation.someone(world, random))) {
        more = more.with(each);
      }
      return more;
    }
  },
  OTHERS_RELEASE {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = Mutation.someone(world, random);
      String id = "release/r" + random.nextInt(1_000_000);
      Instant at = time(world, random, 2_000);
      World more =
          world.with(new PortalDeed.Released(at, by, id, Set.of(Mutation.someone(world, random))));
      return random.nextBoolean()
          ? more
          : more.with(new PortalDeed.Ended(at.plusSeconds(300), by, id));
    }
  },
  OTHERS_READ {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = time(world, random, 2_700);
      String by = Mutation.someone(world, random);
      World able = world.with(new Deed.Minted(world.base(), by, "reader of " + by));
      return able.with(PortalMaker.fetched(random, at, by))
          .with(new PortalDeed.Fetched(at.plusSeconds(4), by, "/api/v1/rows"));
    }
  },
  OTHERS_READ_AND_IT_IS_WITHDRAWN {
    @Override
    public World of(World world, SplittableRandom random) {
      PortalDeed.Told told = one(Mutation.all(world, PortalDeed.Told.class), random);
      Optional<PortalDeed.Permitted> given =
          Mutation.all(world, PortalDeed.Permitted.class).stream()
              .filter(each -> each.report().equals(told.report()))
              .findFirst();
      String by =
          given.stream()
              .flatMap(each -> each.to().stream())
              .filter(each -> !each.startsWith("class:") && !each.equals(World.RECIPIENT))
              .findFirst()
              .orElse(Mutation.someone(world, random));
      Instant at = told.at().plusSeconds(100 + random.nextInt(900));
      return world
          .with(new Deed.Minted(world.base(), by, "program of " + by))
          .with(PortalMaker.fetched(random, at, by))
          .with(new PortalDeed.Withdrew(at.plusSeconds(60), told.by(), told.report()));
    }
  };

  private static Instant time(World world, SplittableRandom random, int most) {
    return world.base().plusSeconds(60 + random.nextInt(most - 60));
  }

  private static String customer(SplittableRandom random) {
    return random.nextBoolean() ? "hinoki" : "kaede";
  }

  private static List<String> others(World world) {
    return world.parties().stream()
        .map(World.Party::id)
        .filter(id -> !id.equals(World.RECIPIENT) && !id.equals(World.OFFICE))
        .toList();
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}

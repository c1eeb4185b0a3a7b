package tenbin.proof.noninterference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Changes of what happens to routes, of who hears it and of what others do about it. */
enum RouteMutation implements Change {
  AN_INCIDENT_OF_OTHERS {
    @Override
    public World of(World world, SplittableRandom random) {
      World more = world;
      String incident = "route-more-" + random.nextInt(1_000_000);
      for (Deed each : RouteMaker.happened(random, world.base(), others(world), incident)) {
        more = more.with(each);
      }
      return more;
    }
  },
  ANOTHER_ROUTER_HEARS_IT {
    @Override
    public World of(World world, SplittableRandom random) {
      return some(world, random, each -> true)
          .map(heard -> {
            RouteDeed.Router router =
                RouteMaker.routerOf(Mutation.someone(world, random), random.nextInt(2));
            Instant at = heard.at().plusSeconds(random.nextInt(200));
            return world.with(
                new RouteDeed.Heard(
                    at, heard.incident(), heard.spot(), router, rest(world, random, heard)));
          })
          .orElse(world);
    }
  },
  ANOTHER_ROUTER_INSTEAD {
    @Override
    public World of(World world, SplittableRandom random) {
      return some(world, random, each -> !each.by().equals(World.RECIPIENT))
          .map(heard ->
              Mutation.replaced(
                  world,
                  heard,
                  List.of(
                      heard.at(
                          RouteMaker.routerOf(
                              Mutation.someone(world, random), random.nextInt(2))))))
          .orElse(world);
    }
  },
  ANOTHER_START_OF_A_PATH {
    @Override
    public World of(World world, SplittableRandom random) {
      return some(world, random, each -> !each.by().equals(World.RECIPIENT))
          .map(heard ->
              Mutation.replaced(
                  world,
                  heard,
                  List.of(heard.along((64_800 + random.nextInt(9)) + " " + ends(heard.rest())))))
          .orElse(world);
    }
  },
  NO_ROUTER_OF_ANOTHER {
    @Override
    public World of(World world, SplittableRandom random) {
      return some(world, random, each -> !each.by().equals(World.RECIPIENT))
          .map(heard -> Mutation.replaced(world, heard, List.of()))
          .orElse(world);
    }
  },
  MORE_PREFIXES_OF_OTHERS {
    @Override
    public World of(World world, SplittableRandom random) {
      return some(world, random, each -> true)
          .map(heard -> {
            RouteDeed.Spot spot = RouteMaker.spot(random, others(world));
            Instant at = heard.at().plusSeconds(random.nextInt(100) - 20L);
            return world.with(
                new RouteDeed.Heard(at, heard.incident(), spot, heard.router(), heard.rest()));
          })
          .orElse(world);
    }
  },
  A_PREFIX_OF_OTHERS_IS_LOST {
    @Override
    public World of(World world, SplittableRandom random) {
      return some(world, random, each -> !each.spot().whose().equals(World.RECIPIENT))
          .map(heard ->
              world.with(
                  new RouteDeed.Lost(
                      heard.at().plusSeconds(20L + random.nextInt(600)),
                      heard.incident(),
                      heard.spot().text())))
          .orElse(world);
    }
  },
  OTHERS_DECLARE {
    @Override
    public World of(World world, SplittableRandom random) {
      Instant at = time(world, random);
      String by = Mutation.someone(world, random);
      return world.with(RouteMaker.declared(random, at, by, others(world)));
    }
  },
  OTHERS_SAY_A_WORD {
    @Override
    public World of(World world, SplittableRandom random) {
      List<RouteDeed.Suspected> all = Mutation.all(world, RouteDeed.Suspected.class);
      String incident = RouteMaker.one(random, all).incident();
      Instant at = world.base().plusSeconds(2_000L + random.nextInt(800));
      return world.with(RouteMaker.said(random, at, Mutation.someone(world, random), incident));
    }
  },
  OTHERS_WANT_NOTICES {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = Mutation.someone(world, random);
      Instant at = world.base().plusSeconds(9L + random.nextInt(900));
      World more = world.with(new RouteDeed.Wished(at, by, random.nextInt(3) > 0));
      return random.nextBoolean()
          ? more
          : more.with(new RouteDeed.Subscribed(at, by, by + "/notices"));
    }
  },
  OTHERS_LET_ROUTES_GO {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = Mutation.someone(world, random);
      Instant at = time(world, random);
      World more = world.with(new PortalDeed.Adopted(at, by, RouteMaker.CLAUSE));
      return random.nextBoolean()
          ? more
          : more.with(new PortalDeed.Left(at.plusSeconds(300), by, RouteMaker.CLAUSE));
    }
  },
  OTHERS_READ_OF_ROUTES {
    @Override
    public World of(World world, SplittableRandom random) {
      String by = Mutation.someone(world, random);
      Instant at = world.base().plusSeconds(1_600L + random.nextInt(1_100));
      String path =
          RouteMaker.one(
              random, List.of("/api/v1/routes", "/api/v1/routes/mine", "/api/v1/rows?purpose=P5"));
      return world
          .with(new Deed.Minted(world.base(), by, "routes of " + by))
          .with(new PortalDeed.Fetched(at, by, path));
    }
  };

  /** Something that a router heard. */
  private static Optional<RouteDeed.Heard> some(
      World world, SplittableRandom random, Predicate<RouteDeed.Heard> which) {
    List<RouteDeed.Heard> all =
        Mutation.all(world, RouteDeed.Heard.class).stream().filter(which).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(RouteMaker.one(random, all));
  }

  private static String rest(World world, SplittableRandom random, RouteDeed.Heard like) {
    long culprit =
        Mutation.all(world, RouteDeed.Suspected.class).stream()
            .filter(each -> each.incident().equals(like.incident()))
            .findFirst()
            .map(RouteDeed.Suspected::culprit)
            .orElseThrow();
    return random.nextBoolean() ? like.rest() : RouteMaker.rest(random, culprit);
  }

  /** The last three hops: where the others come together. */
  private static String ends(String rest) {
    String[] hops = rest.split(" ", -1);
    return String.join(" ", List.of(hops).subList(Math.max(0, hops.length - 3), hops.length));
  }

  private static Instant time(World world, SplittableRandom random) {
    return world.base().plusSeconds(60L + random.nextInt(1_900));
  }

  private static List<String> others(World world) {
    return World.NAMES.stream()
        .filter(id -> world.parties().stream().anyMatch(each -> each.id().equals(id)))
        .toList();
  }
}

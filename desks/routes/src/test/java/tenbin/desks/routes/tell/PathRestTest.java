package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

class PathRestTest {
  private static final Asn ACCUSED = new Asn(666);

  private static PathSeen seen(int router, String path) {
    long first = Long.parseLong(path.split(" ", -1)[0]);
    return Stage.step(
        new Vantage("f" + router, new Asn(first), Address.ofV4(router)), router, path);
  }

  @Test
  void the_end_that_three_ases_share_is_told() {
    List<PathSeen> steps =
        List.of(seen(1, "1 10 20 666"), seen(2, "2 10 20 666"), seen(3, "3 10 20 666"));
    PathRest rest = new PathRest(ACCUSED, steps);
    assertThat(rest.rest("1 10 20 666")).isEqualTo("10 20 666");
    assertThat(rest.moments(steps).getLast().paths())
        .containsExactly(java.util.Map.entry("10 20 666", Band.FEW));
  }

  @Test
  void three_routers_of_one_as_share_nothing() {
    List<PathSeen> steps =
        List.of(seen(1, "1 10 20 666"), seen(2, "1 10 20 666"), seen(3, "1 10 20 666"));
    assertThat(new PathRest(ACCUSED, steps).rest("1 10 20 666")).isEqualTo("20 666");
  }

  @Test
  void five_routers_and_nine_make_one_picture_and_as_many_moments() {
    List<PathSeen> five = new ArrayList<>();
    List<PathSeen> nine = new ArrayList<>();
    for (int router = 1; router <= 9; router++) {
      PathSeen step = seen(router, router + " 10 20 666");
      nine.add(step);
      if (router <= 5) {
        five.add(step);
      }
    }
    PathRest less = new PathRest(ACCUSED, five);
    PathRest more = new PathRest(ACCUSED, nine);
    assertThat(more.moments(nine)).isEqualTo(less.moments(five)).hasSize(3);
  }

  @Test
  void prepending_hides_no_router_in_the_rest() {
    List<PathSeen> steps = List.of(seen(1, "1 1 1 666"));
    assertThat(new PathRest(ACCUSED, steps).rest("1 1 1 666")).isEqualTo("666");
    assertThat(new PathRest(ACCUSED, List.of()).rest("666")).isEmpty();
    assertThat(new PathRest(Asn.NONE, List.of()).rest("1 2 3")).isEqualTo("3");
  }

  @Test
  void whoever_looks_first_is_never_told_unless_three_others_go_through_it() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<PathSeen> steps = new ArrayList<>();
      for (int router = 0; router < 1 + random.nextInt(6); router++) {
        StringBuilder path = new StringBuilder(Integer.toString(1 + random.nextInt(8)));
        for (int hop = 0; hop < random.nextInt(4); hop++) {
          path.append(' ').append(1 + random.nextInt(12));
        }
        steps.add(seen(router, path.append(" 666").toString()));
      }
      PathRest rest = new PathRest(ACCUSED, steps);
      for (PathSeen step : steps) {
        String told = rest.rest(step.path());
        assertThat(step.path()).endsWith(told);
        boolean whole = told.equals(step.path());
        Set<Asn> sharers = new HashSet<>();
        steps.stream()
            .filter(each -> (" " + each.path()).endsWith(" " + told))
            .forEach(each -> sharers.add(each.from().asn()));
        assertThat(!whole || sharers.size() >= PathRest.SHARED).as(step.path()).isTrue();
      }
    }
  }
}

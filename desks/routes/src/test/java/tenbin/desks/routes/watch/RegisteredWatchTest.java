package tenbin.desks.routes.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Prefixes that nobody of the circle declares, but a registry says who originates them. */
class RegisteredWatchTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Scene scene() {
    Prefix home = Prefix.parse(Scene.HOME);
    return new Scene(
        new Declaration(
            Outside.ALL,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(Watched.registered(home, Set.of(new Asn(100)))),
            List.of()));
  }

  private static IrrTable says(String prefix, long origin) {
    return IrrTable.builder()
        .add(new RouteObject(Prefix.parse(prefix), new Asn(origin), "JPIRR", List.of("M")))
        .build();
  }

  @Test
  void another_origin_than_the_registrys_is_told_as_the_maintainers() {
    Scene scene = scene().began().all(Scene.HOME, "10 200").after(SOON);
    assertThat(scene.kinds()).containsExactly(Kind.ORIGIN_HIJACK);
    assertThat(scene.only().impact()).containsExactly(new Impact(Outside.ALL, 1, 1));
    assertThat(scene.tags()).contains("not-registered").doesNotContain("not-declared");
    assertThat(scene.affected.values().iterator().next().values())
        .extracting(Affected::member)
        .containsExactly(Optional.of(Outside.ALL));
  }

  @Test
  void an_old_registration_is_no_part_of_what_the_same_as_does_to_members() {
    Scene scene = scene().began().all(Scene.HOME, "10 200").after(SOON);
    assertThat(scene.only().cause().about()).isEqualTo(Outside.ALL.text());
  }

  @Test
  void a_part_that_the_registry_gives_to_another_is_right() {
    Scene scene = scene().with(says("185.10.7.0/24", 200), AspaTable.EMPTY, ExchangeLans.EMPTY);
    assertThat(scene.began().all("185.10.7.0/24", "10 200").after(SOON).kinds()).isEmpty();
    assertThat(scene.all("185.10.8.0/24", "10 200").after(SOON).kinds())
        .containsExactly(Kind.SUBPREFIX_HIJACK);
  }

  @Test
  void its_own_announcements_and_that_it_is_gone_are_no_news() {
    Scene scene = scene().began().all("185.10.7.0/24", "10 100").after(SOON);
    assertThat(scene.gone(6, Scene.HOME).after(SOON).kinds()).isEmpty();
  }
}

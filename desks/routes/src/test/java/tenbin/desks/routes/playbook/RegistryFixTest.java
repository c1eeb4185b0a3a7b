package tenbin.desks.routes.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.playbook.RegistryFix.Said;
import tenbin.desks.routes.playbook.RegistryFix.Step;
import tenbin.desks.routes.playbook.RegistryFix.What;
import tenbin.desks.routes.playbook.RegistryFix.Where;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.desks.routes.registry.Vrp;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** What to type into which registry. */
class RegistryFixTest {
  private static final Prefix PREFIX = Prefix.parse("192.0.2.0/24");
  private static final Asn RIGHT = new Asn(64_496);
  private static final Asn OLD = new Asn(64_500);

  private static List<Step> steps(Kind kind, Said said) {
    return new RegistryFix(PREFIX, RIGHT, said).steps(kind);
  }

  private static String kept(String origin) {
    return """
    route:      192.0.2.0/24
    origin:     AS%s
    mnt-by:     MAINT-ONE
    source:     JPIRR
    """
        .formatted(origin);
  }

  private static RouteObject object(String prefix, Asn origin) {
    return new RouteObject(Prefix.parse(prefix), origin, "JPIRR", List.of("MAINT-ONE"));
  }

  @Test
  void an_old_object_is_removed_and_the_new_one_is_kept_by_the_same() {
    Said said = new Said(List.of(object("192.0.2.0/24", OLD)), List.of());
    assertThat(steps(Kind.IRR_MISMATCH, said))
        .containsExactly(
            new Step(What.CREATE, Where.ROUTE_OBJECT, kept("64496")),
            new Step(What.REMOVE, Where.ROUTE_OBJECT, kept("64500")));
  }

  @Test
  void of_a_block_around_it_nothing_is_removed() {
    Said said = new Said(List.of(object("192.0.0.0/16", OLD)), List.of());
    assertThat(steps(Kind.IRR_MISMATCH, said))
        .containsExactly(
            new Step(
                What.CREATE,
                Where.ROUTE_OBJECT,
                "route:      192.0.2.0/24\norigin:     AS64496\n"));
  }

  @Test
  void a_roa_that_is_too_short_gets_one_beside_it_and_one_for_another_goes() {
    Said said =
        new Said(
            List.of(),
            List.of(Vrp.of(Prefix.parse("192.0.0.0/16"), 20, RIGHT), Vrp.of(PREFIX, 25, OLD)));
    assertThat(steps(Kind.RPKI_INVALID, said))
        .containsExactly(
            new Step(What.CREATE, Where.ROA, "AS64496, 192.0.2.0/24, up to /24"),
            new Step(What.REMOVE, Where.ROA, "AS64500, 192.0.2.0/24, up to /25"));
  }

  @Test
  void where_all_is_right_nothing_is_to_be_done() {
    Said said =
        new Said(
            List.of(object("192.0.2.0/24", RIGHT)),
            List.of(Vrp.of(Prefix.parse("192.0.0.0/16"), 24, RIGHT)));
    assertThat(steps(Kind.ORIGIN_HIJACK, said)).isEmpty();
    assertThat(steps(Kind.ORIGIN_HIJACK, Said.NOTHING)).hasSize(2);
  }

  @Test
  void ipv6_has_objects_of_its_own() {
    Prefix six = Prefix.parse("2001:db8::/32");
    assertThat(new RegistryFix(six, RIGHT, Said.NOTHING).steps(Kind.IRR_MISMATCH))
        .extracting(Step::text)
        .containsExactly("route6:     2001:db8::/32\norigin:     AS64496\n");
  }
}

package tenbin.spine.newcomer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.spine.newcomer.WrittenNetwork;

/** Where the mark of a network lies. */
class ProofNamesTest {
  private static List<Set<String>> of(String network) {
    return ProofNames.of(WrittenNetwork.tryParse(network).orElseThrow());
  }

  @Test
  void a_block_on_a_border_is_one_zone() {
    assertThat(of("192.0.2.0/24")).containsExactly(Set.of("_tenbin.2.0.192.in-addr.arpa"));
    assertThat(of("126.64.0.0/16")).containsExactly(Set.of("_tenbin.64.126.in-addr.arpa"));
    assertThat(of("2001:db8::/32")).containsExactly(Set.of("_tenbin.8.b.d.0.1.0.0.2.ip6.arpa"));
    assertThat(of("192.0.2.5/32")).containsExactly(Set.of("_tenbin.5.2.0.192.in-addr.arpa"));
  }

  @Test
  void a_block_between_borders_is_every_zone_that_it_consists_of() {
    assertThat(of("126.64.0.0/14"))
        .containsExactly(
            Set.of("_tenbin.64.126.in-addr.arpa"),
            Set.of("_tenbin.65.126.in-addr.arpa"),
            Set.of("_tenbin.66.126.in-addr.arpa"),
            Set.of("_tenbin.67.126.in-addr.arpa"));
    assertThat(of("126.128.0.0/9")).hasSize(128);
    assertThat(of("2001:db8:8000::/34"))
        .containsExactly(
            Set.of("_tenbin.8.8.b.d.0.1.0.0.2.ip6.arpa"),
            Set.of("_tenbin.9.8.b.d.0.1.0.0.2.ip6.arpa"),
            Set.of("_tenbin.a.8.b.d.0.1.0.0.2.ip6.arpa"),
            Set.of("_tenbin.b.8.b.d.0.1.0.0.2.ip6.arpa"));
  }

  @Test
  void a_block_inside_a_24_lies_under_the_name_that_its_parent_chose() {
    assertThat(of("192.0.2.64/26"))
        .containsExactly(
            Set.of(
                "_tenbin.64/26.2.0.192.in-addr.arpa",
                "_tenbin.64-26.2.0.192.in-addr.arpa",
                "_tenbin.64-127.2.0.192.in-addr.arpa"));
  }

  @Test
  void a_domain_proves_itself_and_an_autonomous_system_is_not_in_the_dns() {
    assertThat(of("isp.example")).containsExactly(Set.of("_tenbin.isp.example"));
    assertThat(of("AS64500")).isEmpty();
  }
}

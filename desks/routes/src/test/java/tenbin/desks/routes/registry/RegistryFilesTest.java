package tenbin.desks.routes.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;

class RegistryFilesTest {
  private final List<Warning> damaged = new ArrayList<>();
  private final RegistryFiles files = new RegistryFiles(damaged::add);

  @Test
  void a_validators_file_becomes_both_tables() throws Exception {
    RegistryFiles.Rpki rpki =
        files.rpki(
            packed(
                """
                {"roas": [{"asn": "AS1", "prefix": "126.0.0.0/8", "maxLength": 16, "ta": "apnic"},
                          {"asn": "AS1", "prefix": "126.0.0.0/8", "maxLength": 7}],
                 "aspas": [{"customer_asid": 1, "providers": [2]}]}
                """));
    assertThat(rpki.vrps().state(Prefix.parse("126.1.0.0/16"), 1)).isEqualTo(Rov.VALID);
    assertThat(rpki.aspas().upstream(new int[] {2, 1})).isEqualTo(AspaState.VALID);
    assertThat(damaged).hasSize(1);
  }

  @Test
  void several_databases_become_one_table_with_those_who_want_notices() throws IOException {
    IrrTable table =
        files.irr(
            List.of(
                plain("route: 126.0.0.0/8\norigin: AS1\nmnt-by: M1\nsource: JPIRR\n"),
                packed("mntner: M1\ndescr: One\n  X-Keiro: noc@one.example\nsource: JPIRR\n"),
                plain("route: 126.0.0.0/9\norigin: nobody\n")));
    Prefix prefix = Prefix.parse("126.0.0.0/8");
    assertThat(table.state(prefix, 1)).isEqualTo(IrrState.MATCH);
    assertThat(table.wantNotice(table.covering(prefix).getFirst()))
        .containsExactly(new Maintainer("M1", "JPIRR", List.of("noc@one.example")));
    assertThat(damaged).hasSize(1);
  }

  @Test
  void a_provider_in_the_file_is_a_provider_in_the_table() throws IOException {
    Relations relations = files.relations(plain("10|1|-1\n10|20|0\nx\n"));
    assertThat(relations.of(1, 10)).isEqualTo(Relation.PROVIDER);
    assertThat(relations.of(10, 1)).isEqualTo(Relation.CUSTOMER);
    assertThat(relations.of(20, 10)).isEqualTo(Relation.PEER);
    assertThat(damaged).hasSize(1);
  }

  @Test
  void delegations_of_several_registries_become_one_space() throws IOException {
    DelegatedSpace space =
        files.delegated(
            List.of(
                plain("apnic|JP|ipv4|126.0.0.0|16777216|20050210|allocated|A\n"),
                plain("ripencc|DE|ipv6|2001:db8::|32|20050210|allocated|B\nbroken\n")));
    assertThat(space.delegates(Prefix.parse("126.1.0.0/16"))).isTrue();
    assertThat(space.delegates(Prefix.parse("2001:db8:1::/48"))).isTrue();
    assertThat(space.delegates(Prefix.parse("127.0.0.0/16"))).isFalse();
    assertThat(damaged).hasSize(1);
  }

  @Test
  void exchanges_are_a_prefix_and_a_name_a_line() throws IOException {
    ExchangeLans lans =
        files.exchanges(
            plain(
                "# exchanges\n210.171.224.0/23 JPIX Tokyo\n2001:de8:8::/64,JPIX\nnowhere JPNAP\n"));
    assertThat(lans.of(Prefix.parse("210.171.224.0/24"))).contains("JPIX Tokyo");
    assertThat(lans.of(Prefix.parse("2001:de8:8::/64"))).contains("JPIX");
    assertThat(damaged.getFirst().place().row()).isEqualTo(4);
  }

  private static InputStream plain(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static InputStream packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return new ByteArrayInputStream(packed.toByteArray());
  }
}

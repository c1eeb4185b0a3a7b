package tenbin.hub.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;

class AttributedLineTest {
  private static final MemberId ALPHA = new MemberId("alpha");
  private static final Prefix BLOCK = Prefix.parse("192.0.2.0/24");

  private static Attribution claimed(String verifiedBy) {
    Claim claim =
        new Claim(
            ALPHA, new Network.Block(BLOCK), Claim.Means.DECLARED, Validity.ALWAYS, verifiedBy);
    return new Attribution(new Responsible.OfMember(ALPHA), new Evidence.ByClaim(claim));
  }

  private static Attribution outside(String contact) {
    return new Attribution(
        new Responsible.Outside(new Asn(64_999), "XX", contact),
        new Evidence.ByOrigin(BLOCK, new Asn(64_999), "pfx2as of a day"));
  }

  private static String tabs(Attribution answer) {
    return AttributedLine.tabs("192.0.2.1", Optional.of(answer));
  }

  private static String json(Attribution answer) {
    return AttributedLine.json("192.0.2.1", Optional.of(answer));
  }

  @Test
  void member_s_address_tells_who_and_by_which_claim() {
    assertThat(tabs(claimed("registry")))
        .isEqualTo(
            "192.0.2.1\tmember\talpha\tclaim of 192.0.2.0/24 by alpha, verified by registry");
    assertThat(json(claimed("registry")))
        .isEqualTo(
            "{\"value\":\"192.0.2.1\",\"answer\":\"member\",\"member\":\"alpha\","
                + "\"evidence\":{\"claim\":\"192.0.2.0/24\",\"holder\":\"alpha\","
                + "\"verifiedBy\":\"registry\"}}");
  }

  @Test
  void outside_party_tells_its_contact() {
    assertThat(tabs(outside("abuse@other.example")))
        .isEqualTo(
            "192.0.2.1\toutside\tAS64999 XX abuse@other.example\t"
                + "192.0.2.0/24 originated by AS64999, pfx2as of a day");
    assertThat(json(outside("abuse@other.example")))
        .contains("\"asn\":64999", "\"abuseContact\":\"abuse@other.example\"", "\"origin\":64999");
  }

  @Test
  void disputed_unknown_and_unreadable_are_told_as_what_they_are() {
    Attribution disputed =
        new Attribution(
            new Responsible.Disputed(List.of(new MemberId("bravo"), ALPHA)),
            new Evidence.ByRegistry(BLOCK, "apnic", "JP", "delegated"));
    assertThat(tabs(disputed))
        .isEqualTo(
            "192.0.2.1\tdisputed\talpha,bravo\t192.0.2.0/24 delegated by apnic to JP, delegated");
    assertThat(json(disputed)).contains("\"claimants\":[\"alpha\",\"bravo\"]");
    Attribution unknown =
        new Attribution(new Responsible.Unknown(), new Evidence.None("nobody claims it"));
    assertThat(tabs(unknown)).isEqualTo("192.0.2.1\tunknown\t\tnobody claims it");
    assertThat(json(unknown)).contains("\"reason\":\"nobody claims it\"");
    assertThat(AttributedLine.tabs("what", Optional.empty())).isEqualTo("what\tunreadable\t\t");
    assertThat(AttributedLine.json("what", Optional.empty()))
        .isEqualTo("{\"value\":\"what\",\"answer\":\"unreadable\"}");
  }

  @Test
  void one_answer_is_one_line_of_four_cells_whatever_stands_in_a_table() {
    for (Attribution each :
        List.of(
            claimed("a letter\tof\r\ntransfer"), outside("abuse@x.example\t\u2028a\nb\u0000"))) {
      String line = AttributedLine.tabs("192.0.2.1\n", Optional.of(each));
      assertThat(line.lines()).hasSize(1);
      assertThat(line.split("\t", -1)).hasSize(4);
      assertThat(line).doesNotContain("\u2028", "\u0000");
      assertThat(json(each).lines()).hasSize(1);
    }
  }
}

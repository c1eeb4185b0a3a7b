package tenbin.desks.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;
import tenbin.wire.mrt.MrtHead;
import tenbin.wire.mrt.Speaker;

class ArchiveFeedTest {
  private static final Speaker ROUTER = new Speaker(64_500, Address.parse("198.51.100.1"));
  private static final Speaker OTHER = new Speaker(64_501, Address.parse("2001:db8::1"));
  private static final Reach NET = Reach.of(Prefix.parse("192.0.2.0/24"));
  private static final Reach NET6 = Reach.of(Prefix.parse("2001:db8:1::/48"));
  private static final int MESSAGE = 4;
  private static final int MESSAGE_LOCAL = 7;
  private static final int STATE = 5;

  private final List<String> said = new ArrayList<>();
  private final ArchiveFeed feed = new ArchiveFeed("rrc00", new Said());

  private final class Said implements RouteSink {
    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      said.add(micros + " " + from.feed() + " AS" + from.asn() + " +" + prefix);
    }

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {
      said.add(micros + " " + from.feed() + " AS" + from.asn() + " -" + prefix);
    }

    @Override
    public void lost(long micros, Vantage from) {
      said.add(micros + " " + from.feed() + " AS" + from.asn() + " lost");
    }

    @Override
    public void complete(long micros, Vantage from) {
      said.add(micros + " " + from.feed() + " AS" + from.asn() + " complete");
    }
  }

  private static MrtHead head(int type, int subtype) {
    return new MrtHead(100, type == MrtHead.BGP4MP_ET ? 7 : -1, type, subtype, 0, 0);
  }

  private static Attributes multi(List<Multi> reach, List<Multi> unreach) {
    return Attributes.of(AsPath.EMPTY).with(reach, unreach);
  }

  private static Multi routes(int safi, Reach route) {
    return new Multi(Family.IPV6, safi, Optional.empty(), List.of(route));
  }

  @Test
  void what_a_message_withdraws_comes_before_what_it_announces() {
    Update update = new Update(List.of(NET), Attributes.NONE, List.of(NET));
    feed.update(head(MrtHead.BGP4MP_ET, MESSAGE), ROUTER, update);
    assertThat(said)
        .containsExactly(
            "100000007 rrc00 AS64500 -192.0.2.0/24", "100000007 rrc00 AS64500 +192.0.2.0/24");
  }

  @Test
  void unicast_of_ipv6_is_told_and_multicast_is_not() {
    Attributes attributes =
        multi(List.of(routes(1, NET6), routes(2, NET)), List.of(routes(2, NET6), routes(1, NET6)));
    feed.update(
        head(MrtHead.BGP4MP, MESSAGE), ROUTER, new Update(List.of(), attributes, List.of()));
    assertThat(said)
        .containsExactly(
            "100000000 rrc00 AS64500 -2001:db8:1::/48", "100000000 rrc00 AS64500 +2001:db8:1::/48");
  }

  @Test
  void what_the_collector_itself_said_is_nobodys_route() {
    feed.update(
        head(MrtHead.BGP4MP, MESSAGE_LOCAL),
        ROUTER,
        new Update(List.of(), Attributes.NONE, List.of(NET)));
    assertThat(said).isEmpty();
  }

  @Test
  void a_session_that_leaves_established_or_enters_it_has_lost_everything() {
    feed.state(head(MrtHead.BGP4MP, STATE), ROUTER, 6, 1);
    feed.state(head(MrtHead.BGP4MP, STATE), ROUTER, 1, 2);
    feed.state(head(MrtHead.BGP4MP, STATE), ROUTER, 5, 6);
    assertThat(said)
        .containsExactly("100000000 rrc00 AS64500 lost", "100000000 rrc00 AS64500 lost");
  }

  @Test
  void the_end_of_a_table_completes_everybody_in_it() {
    MrtHead table = head(MrtHead.TABLE_DUMP_V2, 2);
    feed.entry(table, ROUTER, NET, Attributes.NONE, 50);
    feed.entry(table, OTHER, NET, Attributes.NONE, 60);
    feed.end();
    feed.end();
    assertThat(said)
        .containsExactly(
            "100000000 rrc00 AS64500 +192.0.2.0/24",
            "100000000 rrc00 AS64501 +192.0.2.0/24",
            "100000000 rrc00 AS64500 complete",
            "100000000 rrc00 AS64501 complete");
  }

  @Test
  void an_update_behind_a_table_ends_it() {
    feed.entry(head(MrtHead.TABLE_DUMP, 1), ROUTER, NET, Attributes.NONE, 50);
    feed.update(
        head(MrtHead.BGP4MP, MESSAGE), OTHER, new Update(List.of(NET), Attributes.NONE, List.of()));
    assertThat(said.get(1)).endsWith("complete");
    assertThat(said.get(2)).endsWith("-192.0.2.0/24");
  }

  @Test
  void damage_is_counted_and_tells_nothing() {
    feed.damaged(head(MrtHead.BGP4MP, MESSAGE), 3, "a prefix of /208");
    assertThat(feed.damaged()).isEqualTo(1);
    assertThat(said).isEmpty();
  }
}

package tenbin.wire.rislive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.table.TableTally;

class RisDecoderTest implements RisRows {
  private static final String UPDATE =
      """
      {"type":"ris_message","data":{"timestamp":1769817600.25,"peer":"198.51.100.7",\
      "peer_asn":"64500","id":"21-1","host":"rrc21.ripe.net","type":"UPDATE",\
      "path":[64500,64501,[64502,64503]],"community":[[64500,2],[64500,1,2]],"origin":"igp",\
      "med":7,"aggregator":"64501:192.0.2.1","announcements":[\
      {"next_hop":"198.51.100.7","prefixes":["203.0.113.0/24","192.0.2.0/25"]},\
      {"next_hop":"2001:db8::7,fe80::1","prefixes":["2001:db8:1::/48"]}],\
      "withdrawals":["192.0.2.128/25"]}}\
      """;

  private final List<String> found = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();
  private final RisDecoder decoder = new RisDecoder(this);

  @Test
  void the_fields_of_an_update_become_routes_with_their_attributes() {
    assertThat(take(UPDATE)).isEqualTo(RisKind.ROUTES);
    assertThat(found)
        .containsExactly(
            "1769817600250000 rrc21 64500 198.51.100.7 -[192.0.2.128/25]",
            "1769817600250000 rrc21 64500 198.51.100.7 +[203.0.113.0/24, 192.0.2.0/25]"
                + " 64500 64501 {64502,64503} 198.51.100.7 IGP 7 [64500:2] [64500:1:2] 64501",
            "1769817600250000 rrc21 64500 198.51.100.7 +[2001:db8:1::/48]"
                + " 64500 64501 {64502,64503} 2001:db8::7 IGP 7 [64500:2] [64500:1:2] 64501");
  }

  @Test
  void the_raw_form_counts_where_it_is_whole_and_the_fields_where_it_is_not() {
    String raw = update();
    String with = UPDATE.replace("\"id\"", "\"raw\":\"" + raw + "\",\"id\"");
    assertThat(take(with)).isEqualTo(RisKind.ROUTES);
    assertThat(found)
        .containsExactly(
            "1769817600250000 rrc21 64500 198.51.100.7 +[203.0.113.0/24]"
                + " 64500 64501 64502 198.51.100.7 IGP  [] [] ");
    found.clear();
    assertThat(take(with.replace("ffff", "ff"))).isEqualTo(RisKind.ROUTES);
    assertThat(found).hasSize(3);
    assertThat(damaged).hasSize(1);
  }

  /** One UPDATE of BGP by hand: ORIGIN, AS_PATH of three, NEXT_HOP, one prefix. */
  private static String update() {
    String attributes = "40010100" + "40020e0203" + "0000fbf40000fbf50000fbf6" + "400304c6336407";
    String body = "0000" + "%04x".formatted(attributes.length() / 2) + attributes + "18cb0071";
    return "f".repeat(32) + "%04x".formatted(19 + body.length() / 2) + "02" + body;
  }

  @Test
  void the_end_of_a_session_is_told_and_its_begin_is_not() {
    String state =
        """
        {"type":"ris_message","data":{"timestamp":1.5,"peer":"2001:db8::1","peer_asn":"1",\
        "host":"rrc00","type":"RIS_PEER_STATE","state":"%s"}}\
        """;
    assertThat(take(state.formatted("down"))).isEqualTo(RisKind.ROUTES);
    assertThat(take(state.formatted("connected"))).isEqualTo(RisKind.ROUTES);
    assertThat(found).containsExactly("1500000 rrc00 1 2001:db8::1 lost");
  }

  @Test
  void what_is_no_route_is_told_apart() {
    assertThat(take("{\"type\":\"pong\",\"data\":{}}")).isEqualTo(RisKind.PONG);
    assertThat(take("{\"type\":\"ris_subscribe_ok\"}")).isEqualTo(RisKind.SUBSCRIBED);
    assertThat(take("{\"type\":\"ris_rrc_list\"}")).isEqualTo(RisKind.OTHER);
    assertThat(take("{\"type\":\"ris_error\",\"data\":{\"message\":\"no\"}}"))
        .isEqualTo(RisKind.ERROR);
    assertThat(damaged.getFirst().detail()).isEqualTo("no");
    assertThat(take(UPDATE.replace("\"UPDATE\"", "\"KEEPALIVE\""))).isEqualTo(RisKind.OTHER);
    assertThat(found).isEmpty();
  }

  @Test
  void a_damaged_message_is_told_and_nothing_of_it_counts() {
    List<String> texts =
        List.of(
            "",
            "7",
            "{}{}",
            "{\"type\":\"ris_message\"",
            UPDATE.replace("1769817600.25", "1e999999"),
            UPDATE.replace("1769817600.25", "-1"),
            UPDATE.replace("1769817600.25", "\"soon\""),
            UPDATE.replace("198.51.100.7\",\"peer_asn", "x\",\"peer_asn"),
            UPDATE.replace("\"64500\"", "\"-1\""),
            UPDATE.replace("[64502,64503]", "[[1]]"),
            UPDATE.replace("[64500,2]", "[64500]"),
            UPDATE.replace("[64500,2]", "[64500,65536]"),
            UPDATE.replace("2001:db8:1::/48", "2001:db8:1::1/48"),
            UPDATE.replace("192.0.2.128/25", "192.0.2.128/33"));
    for (String each : texts) {
      assertThat(take(each)).as(each).isEqualTo(RisKind.DAMAGED);
    }
    assertThat(found).isEmpty();
    assertThat(damaged).hasSize(texts.size());
  }

  @Test
  void a_file_has_a_message_a_line() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((UPDATE + "\n\nbroken\n" + UPDATE).getBytes(UTF_8));
    }
    TableTally tally = RisReader.read(new ByteArrayInputStream(packed.toByteArray()), this);
    assertThat(tally).isEqualTo(new TableTally(4, 2, 1));
    assertThat(damaged.getFirst().place().row()).isEqualTo(3);
  }

  @Test
  void requests_are_what_the_server_understands() {
    assertThat(RisRequests.ping()).isEqualTo("{\"type\":\"ping\"}");
    assertThat(RisRequests.subscribe(RisRequests.Subscription.ALL))
        .isEqualTo(
            "{\"type\":\"ris_subscribe\",\"data\":{\"socketOptions\":"
                + "{\"includeRaw\":true,\"acknowledge\":true}}}");
    assertThat(
            RisRequests.subscribe(
                new RisRequests.Subscription(
                    Optional.of("rrc06"),
                    List.of(Prefix.parse("192.0.2.0/24")),
                    Optional.of("64496$"),
                    RisRequests.Form.FIELDS)))
        .isEqualTo(
            "{\"type\":\"ris_subscribe\",\"data\":{\"host\":\"rrc06\",\"path\":\"64496$\","
                + "\"prefix\":[\"192.0.2.0/24\"],\"moreSpecific\":true,\"lessSpecific\":false,"
                + "\"socketOptions\":{\"includeRaw\":false,\"acknowledge\":true}}}");
  }

  @Test
  void any_text_is_read_or_told() {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    String with = UPDATE.replace("\"id\"", "\"raw\":\"" + update() + "\",\"id\"");
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? UPDATE : with);
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, text.charAt(random.nextInt(text.length())));
      }
      int before = damaged.size();
      RisKind kind = take(text.toString());
      boolean told = damaged.size() > before;
      assertThat(kind != RisKind.DAMAGED || told).as("seed %d: %s", seed, text).isTrue();
      found.clear();
    }
  }

  private RisKind take(String text) {
    return decoder.take(text, Place.WHOLE);
  }

  @Override
  public void announced(long micros, Peer from, List<Prefix> prefixes, Attributes attributes) {
    String med = attributes.med().isPresent() ? "" + attributes.med().getAsLong() : "";
    found.add(
        told(micros, from)
            + "+"
            + prefixes
            + " "
            + attributes.path()
            + " "
            + attributes.nextHop().map(Object::toString).orElse("")
            + " "
            + attributes.origin().map(Enum::name).orElse("")
            + " "
            + med
            + " "
            + attributes.communities()
            + " "
            + attributes.largeCommunities()
            + " "
            + attributes.aggregator().map(each -> each.asn().toString()).orElse(""));
  }

  @Override
  public void withdrawn(long micros, Peer from, List<Prefix> prefixes) {
    found.add(told(micros, from) + "-" + prefixes);
  }

  @Override
  public void lost(long micros, Peer from) {
    found.add(told(micros, from) + "lost");
  }

  @Override
  public void damaged(Warning warning) {
    damaged.add(warning);
  }

  private static String told(long micros, Peer from) {
    return micros + " " + from.host() + " " + from.asn() + " " + from.address() + " ";
  }
}

package tenbin.wire.rpsl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.TableTally;

class RpslReaderTest {
  private final List<RpslObject> objects = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void values_go_on_over_lines_and_comments_are_left_out() throws IOException {
    TableTally tally =
        read(
            """
            % a server's remark

            Inetnum:   126.64.0.0 - 126.64.255.255   # the block
            descr:     one
                       two # and a half
            +
            +          three
            # between
            \tfour
            remarks:

            route:     126.64.0.0/16
            origin:    AS64496
            """);
    assertThat(tally).isEqualTo(new TableTally(13, 2, 0));
    RpslObject first = objects.getFirst();
    assertThat(first.type()).isEqualTo("inetnum");
    assertThat(first.key()).isEqualTo("126.64.0.0 - 126.64.255.255");
    assertThat(first.line()).isEqualTo(3);
    assertThat(first.first("descr")).contains("one two three four");
    assertThat(first.first("remarks")).isEmpty();
    assertThat(objects.getLast().first("origin")).contains("AS64496");
  }

  @Test
  void a_damaged_object_is_told_once_and_the_rest_goes_on() throws IOException {
    TableTally tally =
        read(
            """
            inetnum: 126.64.0.0 - 126.64.0.255
            no attribute here
            nor here

              begins with nothing

            role: Abuse
            nic-hdl: A1
            """);
    assertThat(tally).isEqualTo(new TableTally(8, 1, 2));
    assertThat(objects).hasSize(1);
    assertThat(damaged.stream().map(each -> each.place().row())).containsExactly(2L, 5L);
  }

  @Test
  void an_object_of_too_many_attributes_is_left_out() throws IOException {
    String many = "remarks: x\n".repeat(RpslReader.MOST_ATTRIBUTES + 5);
    assertThat(read("person: A\n" + many + "\nrole: B\n").entries()).isOne();
    assertThat(damaged).hasSize(1);
  }

  @Test
  void a_contact_is_found_along_every_kind_of_chain() throws IOException {
    Map<String, String> contacts =
        contacts(
            """
            inetnum: 126.64.0.0 - 126.64.0.255
            abuse-c: own-role

            inetnum: 126.64.1.0 - 126.64.2.255
            abuse-mailbox: direct@one.example

            inetnum: 126.64.4.0 - 126.64.4.255
            org: ORG-1

            inet6num: 2001:db8::/32
            mnt-irt: IRT-ONE

            inetnum: 126.64.5.0 - 126.64.5.255
            netname: NOBODY

            aut-num: AS64496
            org: ORG-1

            aut-num: AS64497
            descr: nobody

            route: 126.65.0.0/16
            origin: AS64496

            route6: 2001:db8:1::/48
            origin: AS64497

            organisation: ORG-1
            abuse-c: ORG-ROLE

            role: Own
            nic-hdl: OWN-ROLE
            abuse-mailbox: own@one.example

            role: Of the organisation
            nic-hdl: ORG-ROLE
            abuse-mailbox: org@one.example

            irt: IRT-ONE
            abuse-mailbox: irt@one.example

            role: Broken
            nic-hdl: BROKEN
            abuse-mailbox: not a mail address
            """);
    assertThat(contacts)
        .containsOnly(
            Map.entry("126.65.0.0/16", "org@one.example"),
            Map.entry("126.64.0.0/24", "own@one.example"),
            Map.entry("126.64.1.0/24", "direct@one.example"),
            Map.entry("126.64.2.0/24", "direct@one.example"),
            Map.entry("126.64.4.0/24", "org@one.example"),
            Map.entry("2001:db8::/32", "irt@one.example"),
            Map.entry("AS64496", "org@one.example"));
  }

  @Test
  void an_object_with_a_wrong_key_is_told_with_its_line() throws IOException {
    assertThat(contacts("role: x\nnic-hdl: X\n\ninetnum: 126.64.0.9 - 126.64.0.1\n")).isEmpty();
    assertThat(damaged).hasSize(1);
    assertThat(damaged.getFirst().place().row()).isEqualTo(4);
  }

  @Test
  void a_route_without_a_readable_origin_does_not_shift_the_ones_behind_it() throws IOException {
    Map<String, String> contacts =
        contacts(
            """
            route: 126.64.0.0/16
            descr: no origin

            route: 126.65.0.0/16
            origin: ASX

            route: 126.66.0.0/16
            origin: AS64496

            aut-num: AS64496
            abuse-mailbox: abuse@one.example
            """);
    assertThat(contacts)
        .containsOnly(
            Map.entry("126.66.0.0/16", "abuse@one.example"),
            Map.entry("AS64496", "abuse@one.example"));
    assertThat(damaged.stream().map(each -> each.place().row())).containsExactly(1L, 4L);
  }

  @Test
  void random_bytes_never_throw() throws IOException {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    String[] words = {
      "inetnum",
      "route6",
      "aut-num",
      "org",
      ":",
      " ",
      "\n",
      "\n",
      "+",
      "#",
      "%",
      "AS1",
      "::/0",
      "126.64.0.0",
      " - ",
      "a@b.example",
      "abuse-mailbox",
      "\t",
      "\r",
      "\u00e9"
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(words[random.nextInt(words.length)]);
      }
      objects.clear();
      contacts(text.toString());
      assertThat(objects).as("seed %d", seed).allMatch(each -> each.line() > 0);
    }
  }

  private Map<String, String> contacts(String text) throws IOException {
    AbuseChains chains = new AbuseChains(damaged::add);
    read(text);
    objects.forEach(chains);
    Map<String, String> contacts = new LinkedHashMap<>();
    chains.forEachBlock((prefix, mail) -> contacts.put(prefix.toString(), mail));
    chains.forEachSystem((asn, mail) -> contacts.put("AS" + asn, mail));
    return contacts;
  }

  private TableTally read(String text) throws IOException {
    return RpslReader.read(
        new ByteArrayInputStream(text.getBytes(UTF_8)), objects::add, damaged::add);
  }
}

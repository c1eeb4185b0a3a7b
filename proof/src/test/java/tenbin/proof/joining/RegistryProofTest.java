package tenbin.proof.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.Mark;
import tenbin.spine.newcomer.WrittenNetwork;
import tenbin.spine.newcomer.proof.Finding;
import tenbin.spine.newcomer.proof.Registered;
import tenbin.spine.newcomer.proof.RegistryProof;
import tenbin.spine.newcomer.proof.Whois;

/** What a registry's server says of a network, as RIPE's and IRRd's frame it. */
class RegistryProofTest {
  private static final Mark MARK =
      new Mark(new MemberId("new"), "c2VjcmV0LWlzLW5vdA", Instant.EPOCH);
  private static final Network BLOCK = WrittenNetwork.tryParse("192.0.2.0/24").orElseThrow();
  private static final Network SIX = WrittenNetwork.tryParse("2001:db8::/32").orElseThrow();
  private static final String OBJECTS =
      """
      inetnum: 192.0.2.0 - 192.0.2.255
      netname: TEST
      admin-c: AB1-TEST
      abuse-c: AR2-TEST
      mnt-by: TEST-MNT
      remarks: first
               tenbin-proof=c2VjcmV0LWlzLW5vdA
      source: RIPE # Filtered

      route: 192.0.2.0/24
      origin: AS64500
      notify: noc@route.example
      source: RIPE

      route: 192.0.0.0/16
      origin: AS64501
      remarks: tenbin-proof=c2VjcmV0LWlzLW5vdA
      source: RIPE

      role: Abuse
      nic-hdl: AR2-TEST
      abuse-mailbox: Abuse@Test.example
      source: RIPE

      person: Some Body
      nic-hdl: AB1-TEST
      phone: +81 3
      e-mail: body@test.example
      source: RIPE

      mntner: TEST-MNT
      upd-to: changes@test.example
      source: RIPE
      """;

  private final RegistryServer server = RegistryServer.start();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private RegistryProof proof(String... sources) {
    return new RegistryProof(Whois.parse(server.address(), List.of(sources)));
  }

  @Test
  void a_mark_counts_in_a_remark_of_exactly_this_network_and_in_no_other_attribute() {
    for (RegistryServer.Style style :
        List.of(RegistryServer.Style.RIPE, RegistryServer.Style.IRRD, RegistryServer.Style.LATIN)) {
      server.serve(OBJECTS, style);
      assertThat(proof().look(BLOCK, MARK))
          .isInstanceOfSatisfying(
              Finding.Found.class,
              found ->
                  assertThat(found.evidence())
                      .startsWith("remark in inetnum 192.0.2.0 - 192.0.2.255 (RIPE)"));
    }
    server.serve(
        OBJECTS.replace(
            "tenbin-proof=c2VjcmV0LWlzLW5vdA\nsource: RIPE # F", "x\nsource: RIPE # F"));
    assertThat(proof().look(BLOCK, MARK))
        .as("the block around it is somebody else's")
        .isEqualTo(
            new Finding.Missing(
                List.of(
                    "inetnum 192.0.2.0 - 192.0.2.255 (RIPE)",
                    "route 192.0.2.0/24 AS64500 (RIPE)")));
    server.serve("route: 192.0.2.0/24\norigin: AS1\nnotify: tenbin-proof=c2VjcmV0LWlzLW5vdA\n");
    assertThat(proof().look(BLOCK, MARK)).isInstanceOf(Finding.Missing.class);
    server.serve("route: 192.0.2.0/24\nremarks: tenbin-proof=c2VjcmV0LWlzLW5vdAx\n");
    assertThat(proof().look(BLOCK, MARK)).as("another mark").isInstanceOf(Finding.Missing.class);
    server.serve(
        "route6: 2001:db8::/32\ndescr: é tenbin-proof=c2VjcmV0LWlzLW5vdA\n",
        RegistryServer.Style.LATIN);
    assertThat(proof().look(SIX, MARK)).isInstanceOf(Finding.Found.class);
  }

  @Test
  void only_databases_that_the_operator_named_count() {
    server.serve(OBJECTS);
    assertThat(proof("ripe").look(BLOCK, MARK)).isInstanceOf(Finding.Found.class);
    assertThat(proof("JPIRR", "APNIC").look(BLOCK, MARK))
        .isEqualTo(
            new Finding.Missing(
                List.of("192.0.2.0/24 @ " + server.address().replace(":", " port "))));
  }

  @Test
  void contacts_are_those_that_objects_of_the_network_name_the_one_for_abuse_first()
      throws IOException {
    for (RegistryServer.Style style :
        List.of(RegistryServer.Style.RIPE, RegistryServer.Style.IRRD)) {
      server.serve(OBJECTS, style);
      assertThat(proof().contacts(BLOCK).stream().map(Registered::mail))
          .as("%s", style)
          .containsExactly(
              "abuse@test.example",
              "body@test.example",
              "changes@test.example",
              "noc@route.example");
    }
    assertThat(proof().contacts(BLOCK).getFirst().where())
        .isEqualTo("abuse-mailbox of role AR2-TEST (RIPE)");
    assertThat(proof("JPIRR").contacts(BLOCK)).isEmpty();
    assertThat(proof().contacts(WrittenNetwork.tryParse("x.example").orElseThrow())).isEmpty();
  }

  @Test
  void what_an_object_says_never_becomes_another_question() throws IOException {
    server.serve("route: 192.0.2.0/24\nadmin-c: -i mnt-by ALL\ntech-c: A;B\nmnt-by: GOOD-MNT\n");
    assertThat(proof().contacts(BLOCK)).isEmpty();
    assertThat(server.asked())
        .containsExactly(
            "-x 192.0.2.0/24", "-T person,role mnt-by", "-T person,role ALL", "-T mntner GOOD-MNT");
  }

  @Test
  void a_server_that_refuses_or_is_not_there_says_nothing_of_a_network() throws IOException {
    server.serve(OBJECTS, RegistryServer.Style.BUSY);
    assertThat(proof().look(BLOCK, MARK))
        .isInstanceOfSatisfying(
            Finding.Silent.class,
            silent -> assertThat(silent.why()).contains("%ERROR:201: access denied"));
    assertThatThrownBy(() -> proof().contacts(BLOCK)).isInstanceOf(IOException.class);
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    Whois nobody =
        new Whois(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), List.of());
    assertThat(new RegistryProof(nobody).look(BLOCK, MARK)).isInstanceOf(Finding.Silent.class);
  }

  @Test
  void a_server_that_never_ends_is_left() throws IOException {
    try (ServerSocket flood = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> pour(flood));
      Whois whois =
          new Whois(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), flood.getLocalPort()),
              List.of());
      assertThat(new RegistryProof(whois).look(BLOCK, MARK))
          .isInstanceOfSatisfying(
              Finding.Silent.class,
              silent -> assertThat(silent.why()).contains("more than 1048576 bytes"));
    }
  }

  private static void pour(ServerSocket flood) {
    try (java.net.Socket socket = flood.accept()) {
      byte[] line = "remarks: again and again\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      while (true) {
        socket.getOutputStream().write(line);
      }
    } catch (IOException left) {
      // As it should be.
    }
  }
}

package tenbin.desks.routes.declare.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.yaml.YamlFault;

final class DeclarationFileTest {
  private static final MemberId OWNER = new MemberId("aozora");

  static DeclarationFile read(String text) {
    return DeclarationFile.read(new FileText("routes.yaml", text), OWNER);
  }

  static List<String> words(List<YamlFault> faults) {
    return faults.stream().map(YamlFault::toString).toList();
  }

  static Set<Asn> asns(long... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(Asn::new).collect(Collectors.toSet());
  }

  @Test
  void the_documented_example_is_read_as_it_says() throws IOException {
    Path file = Path.of("../../docs/examples/routes-prefixes.yaml");
    DeclarationFile read = DeclarationFile.read(file, OWNER);
    assertThat(words(read.faults())).isEmpty();
    assertThat(words(read.unkept())).isEmpty();
    assertThat(read.form()).isEqualTo(Form.OWN);
    assertThat(read.table().size()).isEqualTo(6);
    Declaration aozora = read.declarations().getFirst();
    assertThat(aozora.asns()).isEqualTo(asns(64496, 64497));
    assertThat(aozora.locks()).containsExactly(new PeerLock(new Asn(65551), asns(64500, 64501)));
    Watched second = aozora.prefixes().get(1);
    assertThat(second.longest()).isEqualTo(24);
    assertThat(second.origins()).isEqualTo(asns(64497));
    assertThat(second.firstHops()).isEqualTo(asns(64501));
    assertThat(aozora.prefixes().get(2).announced()).isFalse();
    assertThat(aozora.prefixes().get(3).prepends()).hasValue(1);
    assertThat(aozora.prefixes().get(4).watching()).isEqualTo(Watching.NOTHING);
  }

  @Test
  void a_json_array_of_members_is_read() {
    DeclarationFile read =
        read(
            """
            [{"member":"member00","asns":[1],"upstreams":[2],"peers":[3],
              "prefixes":["192.0.2.0/24","2001:db8::/32"]},
             {"member":"member01","asns":[4200000000],"upstreams":[],"peers":[],"prefixes":[]}]
            """);
    assertThat(words(read.faults())).isEmpty();
    Declaration first = read.declarations().getFirst();
    assertThat(first.member()).isEqualTo(new MemberId("member00"));
    assertThat(first.peers()).isEqualTo(asns(3));
    assertThat(first.prefixes()).contains(Watched.of(Prefix.parse("2001:db8::/32")));
    assertThat(read.declarations().get(1).asns()).isEqualTo(asns(4200000000L));
  }

  @Test
  void a_fault_has_its_line_and_what_was_meant_and_the_rest_stands() {
    DeclarationFile read =
        read(
            """
            declarations:
            - member: aozora
              asns: [64496, sixty]
              upstream: [64500]
              prefixes:
              - 192.0.2.1/24
              - 198.51.100.0/24
              - {prefix: 203.0.113.0/24, longest: 20}
            """);
    assertThat(words(read.faults()))
        .containsExactly(
            "routes.yaml:3: declarations[0].asns[1]: not an AS number: \"sixty\"",
            "routes.yaml:4: declarations[0].upstream: unknown key; did you mean \"upstreams\"?",
            "routes.yaml:6: declarations[0].prefixes[0]: host bits are set in \"192.0.2.1/24\";"
                + " did you mean 192.0.2.0/24?",
            "routes.yaml:8: declarations[0].prefixes[2].longest: \"20\" is no number from 24 to"
                + " 32");
    assertThat(read.table().exact(Prefix.parse("198.51.100.0/24"))).isPresent();
    assertThat(read.table().size()).isEqualTo(2);
  }

  @Test
  void a_file_of_no_known_form_says_so() {
    assertThat(words(read("prefix: 192.0.2.0/24\n").faults()))
        .contains(
            "routes.yaml:1: neither declarations, nor prefixes of BGPalerter, nor rules of"
                + " ARTEMIS");
    assertThat(words(read("connectors: []\nreports: []\n").faults()))
        .containsExactly(
            "routes.yaml:1: this is BGPalerter's config.yml; its prefixes.yml says what it"
                + " watches");
    assertThat(words(read("a: [").faults())).hasSize(1);
    assertThat(words(read("").faults())).hasSize(1);
    assertThat(words(read("declaration: []\n").faults()).getFirst())
        .endsWith("did you mean \"declarations\"?");
  }

  @Test
  void faults_of_one_kind_are_told_a_hundred_times_and_then_counted() {
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "- {member: m" + i + ", asn: 1}\n")
            .collect(Collectors.joining());
    DeclarationFile read = read(many);
    assertThat(read.faults()).hasSize(Notes.MOST_ALIKE + 1);
    assertThat(read.faults().getLast().reason()).isEqualTo("900 more: unknown key");
  }

  @Test
  void a_million_prefixes_in_json_are_read() {
    StringBuilder text = new StringBuilder("[{\"member\":\"aozora\",\"prefixes\":[");
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i == 0 ? "\"" : ",\"").append(Address.ofV4(i << 8)).append("/24\"");
    }
    DeclarationFile read = read(text.append("]}]").toString());
    assertThat(read.faults()).isEmpty();
    assertThat(read.table().size()).isEqualTo(1_000_000);
  }

  @Test
  void what_is_written_is_read_again_as_it_was() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      List<Declaration> some = List.of(some(random, "aozora"), some(random, "hoshi"));
      String text = DeclarationText.of(some, line -> List.of("seen by 3", "a # and\na line of it"));
      DeclarationFile read = read(text);
      assertThat(words(read.faults())).as("seed %d%n%s", seed, text).isEmpty();
      assertThat(read.declarations()).as("seed %d%n%s", seed, text).isEqualTo(some);
    }
  }

  private static Declaration some(Random random, String member) {
    List<Watched> prefixes =
        IntStream.range(0, random.nextInt(6)).mapToObj(i -> watched(random)).toList();
    List<PeerLock> locks =
        random.nextBoolean()
            ? List.of()
            : List.of(new PeerLock(new Asn(random.nextInt(9) + 1), numbers(random)));
    return new Declaration(
        new MemberId(member),
        numbers(random),
        numbers(random),
        numbers(random),
        numbers(random),
        prefixes,
        locks);
  }

  private static Set<Asn> numbers(Random random) {
    return asns(random.longs(random.nextInt(3), 1, 1L << 32).toArray());
  }

  private static Watched watched(Random random) {
    boolean v4 = random.nextBoolean();
    Address address =
        v4 ? Address.ofV4(random.nextInt()) : new Address(random.nextLong(), random.nextLong());
    Prefix prefix = Prefix.around(address, random.nextInt(v4 ? 33 : 129));
    int longest = prefix.length() + random.nextInt(Watched.most(prefix) - prefix.length() + 1);
    Watching watching = List.of(Watching.values()).get(random.nextInt(3));
    String note = random.nextBoolean() ? "" : "a \"note\": 東京 \\ # 1 'x' " + random.nextInt();
    Optional<Integer> prepends =
        random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(9));
    return new Watched(
        prefix,
        longest,
        numbers(random),
        numbers(random),
        random.nextBoolean(),
        prepends,
        watching,
        note);
  }

  @Test
  void a_torn_or_twisted_file_costs_nothing_but_itself() throws IOException {
    String whole =
        java.nio.file.Files.readString(Path.of("../../docs/examples/routes-prefixes.yaml"));
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder torn = new StringBuilder(whole);
      for (int i = random.nextInt(8); i >= 0; i--) {
        int at = random.nextInt(torn.length());
        switch (random.nextInt(3)) {
          case 0 -> torn.setCharAt(at, "[]{}:,-#&*!|>'\"%@ \n\t0aé".charAt(random.nextInt(23)));
          case 1 -> torn.delete(at, Math.min(torn.length(), at + random.nextInt(40)));
          default -> torn.insert(at, torn.substring(at, Math.min(torn.length(), at + 30)));
        }
      }
      assertThat(read(torn.toString())).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void aliases_that_multiply_are_refused() {
    StringBuilder text = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
    for (int i = 1; i < 12; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ",").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    DeclarationFile read = read(text + "declarations: []\n");
    assertThat(words(read.faults())).anyMatch(word -> word.contains("too many values"));
    assertThat(words(read("rules: &r [*r]\n").faults()))
        .anyMatch(word -> word.contains("too many values"));
  }
}

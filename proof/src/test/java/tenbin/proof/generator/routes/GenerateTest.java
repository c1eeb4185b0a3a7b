package tenbin.proof.generator.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.hub.act.Acts;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** The act that proposes a declaration, on the files of a made world. */
final class GenerateTest {
  private static final MemberId MEMBER = new MemberId("as4713");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void the_files_of_2017() throws IOException {
    HistoryFiles.write(HistoryIncident.GOOGLE_2017.made(Size.SMALL, 7), folder);
  }

  private int generate(String... more) {
    List<String> words = new ArrayList<>(List.of("routes", "generate"));
    for (String file :
        List.of("--rib=rib.mrt", "--vrps=vrps.json", "--irr=irr.txt", "--as-rel=as-rel.txt")) {
      int equals = file.indexOf('=');
      words.add(file.substring(0, equals));
      words.add(folder.resolve(file.substring(equals + 1)).toString());
    }
    words.addAll(List.of(more));
    return Acts.run(words.toArray(String[]::new));
  }

  private Declaration read(Path file) throws IOException {
    DeclarationFile read = DeclarationFile.read(file, MEMBER);
    assertThat(read.faults()).isEmpty();
    return read.declarations().stream()
        .filter(each -> each.member().equals(MEMBER))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void out_of_a_table_and_registers_comes_what_the_member_had_declared() throws IOException {
    Path made = folder.resolve("made.yaml");
    assertThat(generate("-a", "4713", "--write", made.toString())).isZero();
    Declaration proposed = read(made);
    Declaration declared = read(folder.resolve("members.yaml"));
    assertThat(proposed.prefixes()).containsExactlyInAnyOrderElementsOf(declared.prefixes());
    assertThat(proposed.upstreams()).isEqualTo(declared.upstreams());
    assertThat(proposed.asns()).isEqualTo(declared.asns());
    assertThat(Files.readString(made))
        .contains("153.128.0.0/9  # seen by 8 of 8 vantage points since 2017-")
        .contains("route object in MADE")
        .contains("a provider by the relations");
  }

  @Test
  void a_file_that_is_there_is_not_written_over() throws IOException {
    Path made = folder.resolve("made.yaml");
    Files.writeString(made, "precious");
    assertThat(generate("-a", "4713", "--write", made.toString())).isEqualTo(1);
    assertThat(Files.readString(made)).isEqualTo("precious");
  }

  @Test
  void what_differs_is_told_by_the_exit_code_and_accepted_only_when_asked() throws IOException {
    Path before = folder.resolve("before.yaml");
    Path after = folder.resolve("after.yaml");
    Files.writeString(
        before,
        """
        declarations:
        - {member: other, asns: [64496], prefixes: [192.0.2.0/24]}
        - {member: as4713, asns: [4713], upstreams: [2914], prefixes: [153.128.0.0/9]}
        """);
    String was = Files.readString(before);
    assertThat(generate("-a", "AS4713", "--against", before.toString())).isEqualTo(3);
    assertThat(Files.readString(before)).isEqualTo(was);
    assertThat(generate("-a", "4713", "--against", before.toString(), "--write", after.toString()))
        .isEqualTo(3);
    assertThat(read(after).prefixes()).hasSize(2);
    assertThat(Files.readString(after)).contains("- member: other");
    assertThat(generate("-a", "4713", "--against", after.toString())).isZero();
  }

  @Test
  void during_the_leak_the_table_shows_parts_that_people_must_judge() throws IOException {
    Path made = folder.resolve("made.yaml");
    String updates = folder.resolve("updates.mrt").toString();
    assertThat(generate("-a", "15169,701", "--rib", updates, "--write", made.toString())).isZero();
    Declaration proposed = DeclarationFile.read(made, MEMBER).declarations().getFirst();
    assertThat(proposed.member()).isEqualTo(new MemberId("as701"));
    assertThat(proposed.downstreams()).doesNotContain(new Asn(45629));
    assertThat(Files.readString(made))
        .contains("# - AS45629: no customer by the relations, and behind us, seen by ");
    assertThat(proposed.prefixes())
        .extracting(each -> each.prefix())
        .contains(Prefix.parse("80.81.192.0/21"));
  }

  @Test
  void nothing_known_missing_files_and_wrong_words_are_told_apart() {
    assertThat(generate("-a", "64999")).isEqualTo(1);
    assertThat(generate("-a", "4713", "--against", "/nowhere/at/all")).isEqualTo(1);
    assertThat(generate("-a", "four")).isEqualTo(2);
    assertThat(generate("-a", "4713", "--member", "NOT AN ID")).isEqualTo(2);
    assertThat(Acts.run("routes", "generate")).isEqualTo(2);
  }

  @Test
  void files_of_others_are_imported_by_an_act() throws IOException {
    Path file = folder.resolve("prefixes.yml");
    Files.writeString(file, "192.0.2.0/24:\n  asn: 64496\n  description: x\n");
    assertThat(Acts.run("routes", "import", file.toString(), "--member", "aozora")).isZero();
    Files.writeString(file, "192.0.2.1/24:\n  asn: 64496\n192.0.2.0/24:\n  asn: 1\n");
    assertThat(Acts.run("routes", "import", file.toString())).isEqualTo(1);
    assertThat(Acts.run("routes", "import", "/nowhere/at/all")).isEqualTo(1);
  }
}

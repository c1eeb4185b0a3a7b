package tenbin.wire.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenbin.wire.FuzzSeeds;

/** What the search begins with, by what is read. */
final class Inputs {
  private static final int MOST_BYTES = 64 * 1024;

  static final List<Input> TABLES =
      List.of(
          new Input("pfx2as.txt", "126.64.0.0\t10\t64496\n2001:db8::\t32\t64497_64498,64499\n"),
          new Input(
              "delegated.txt",
              """
              2|apnic|20260203|3|19850701|20260202|+0900
              apnic|*|ipv4|*|2|summary
              apnic|JP|ipv4|126.64.0.0|768|20050101|allocated|A91
              apnic|JP|ipv6|2001:db8::|32|20050101|assigned
              apnic|JP|asn|64496|5|20050101|allocated
              apnic||ipv4|126.0.0.0|256||available
              """),
          new Input(
              "db.rpsl",
              """
              % a registry
              inetnum:        126.64.0.0 - 126.64.255.255
              netname:        EXAMPLE  # a remark
              remarks:        one
                              two
              +
              abuse-c:        AR1-EX
              source:         EXAMPLE

              role:           Abuse
              nic-hdl:        AR1-EX
              abuse-mailbox:  abuse@example.jp
              """));

  private Inputs() {}

  static List<Input> reports() {
    return FuzzSeeds.all().stream().map(seed -> Input.of(seed.name(), seed.bytes())).toList();
  }

  /** Real reports, where they are at hand; larger ones only slow the search down. */
  static List<Input> samples() {
    Path samples = Path.of(System.getProperty("tenbin.samples", "absent"), "abuse");
    if (!Files.isDirectory(samples)) {
      return List.of();
    }
    List<Input> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) < MOST_BYTES) {
          all.add(Input.of(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }
}

package tenbin.proof.routes.rtr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.Vrp;

/** The file that the cache of a test serves. */
final class CacheFile {
  private CacheFile() {}

  /** Puts these in place of what was there, at once. */
  static void write(Path file, Set<Vrp> vrps, List<Aspa> aspas) throws IOException {
    String roas = vrps.stream().map(CacheFile::roa).collect(Collectors.joining(",\n"));
    String all = aspas.stream().map(CacheFile::aspa).collect(Collectors.joining(","));
    String text =
        """
        {"metadata": {"buildtime": "2026-01-31T00:00:00Z"},
         "roas": [%s],
         "provider_authorizations": {"ipv4": [%s], "ipv6": [%s]}}
        """
            .formatted(roas, all, all);
    Path next = file.resolveSibling("next.json");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String roa(Vrp vrp) {
    return """
    {"asn": %d, "prefix": "%s", "maxLength": %d, "ta": "test", "expires": 4000000000}\
    """
        .formatted(vrp.asn().number(), vrp.prefix(), vrp.maxLength());
  }

  private static String aspa(Aspa aspa) {
    return """
    {"customer_asid": %d, "expires": 4000000000, "providers": [%s]}\
    """
        .formatted(
            aspa.customer().number(),
            aspa.providers().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(",")));
  }

  /** A set as its lines, to compare with what others print. */
  static Set<String> lines(Iterable<Vrp> vrps) {
    Set<String> lines = new TreeSet<>();
    vrps.forEach(
        each -> lines.add(each.prefix() + "-" + each.maxLength() + " " + each.asn().number()));
    return lines;
  }
}

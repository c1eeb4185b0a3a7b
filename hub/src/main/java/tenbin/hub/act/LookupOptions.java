package tenbin.hub.act;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tenbin.hub.joining.Lookups;
import tenbin.spine.newcomer.proof.DnsProof;
import tenbin.spine.newcomer.proof.Resolver;

/** Servers that are asked whether a network is its holder's. Nobody but the operator names them. */
final class LookupOptions {
  private static final Path MACHINES_OWN = Path.of("/etc/resolv.conf");

  @Option(
      names = "--resolver",
      paramLabel = "ADDRESS",
      description =
          "the DNS resolver that is asked for proofs of networks, as 192.0.2.53 or"
              + " 127.0.0.1:5353; without it the first one of this machine's /etc/resolv.conf")
  private Optional<String> resolver = Optional.empty();

  /** What the options say. */
  Lookups read() throws IOException {
    Optional<Resolver> asked =
        resolver.isPresent() ? resolver.map(Resolver::parse) : Resolver.of(MACHINES_OWN);
    return new Lookups(asked.map(DnsProof::new));
  }
}

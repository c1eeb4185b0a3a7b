package tenbin.hub.act;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tenbin.hub.joining.Lookups;
import tenbin.spine.newcomer.proof.DnsProof;
import tenbin.spine.newcomer.proof.RegistryProof;
import tenbin.spine.newcomer.proof.Resolver;
import tenbin.spine.newcomer.proof.Whois;

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

  @Option(
      names = "--registry",
      paramLabel = "ADDRESS",
      description =
          "the whois server (RFC 3912) of a registry that is asked for proofs of networks and for"
              + " their registered contacts, as 192.0.2.43 or 127.0.0.1:4343; without it none is")
  private Optional<String> registry = Optional.empty();

  @Option(
      names = "--registry-sources",
      split = ",",
      paramLabel = "NAME",
      description =
          "databases whose objects count, as their source lines name them (JPIRR,RIPE); without"
              + " it all that the server has: a mirror has databases where anybody registers"
              + " anything")
  private List<String> sources = List.of();

  /** What the options say. */
  Lookups read() throws IOException {
    Optional<Resolver> asked =
        resolver.isPresent() ? resolver.map(Resolver::parse) : Resolver.of(MACHINES_OWN);
    return new Lookups(
        asked.map(DnsProof::new),
        registry.map(each -> new RegistryProof(Whois.parse(each, sources))));
  }
}

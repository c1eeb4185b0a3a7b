package tenbin.hub.act;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tenbin.hub.run.ProviderFile;
import tenbin.hub.wiring.Entrances;
import tenbin.hub.wiring.MachineDoor;
import tenbin.web.provider.Provider;
import tenbin.web.signin.SessionLife;

/** Other ways in than by password, passkey and token. */
final class EntranceOptions {
  @Option(
      names = "--oidc",
      paramLabel = "FILE",
      description =
          "an organisation's own sign-in (OpenID Connect, docs/operations/sign-in.md); once for"
              + " each; wants --home")
  private List<Path> providers = List.of();

  @Option(
      names = "--machines-port",
      paramLabel = "PORT",
      description =
          "a port where members' programs come with client certificates (TLS by the hub itself)")
  private Optional<Integer> machinesPort = Optional.empty();

  @Option(
      names = "--machines-certificate",
      paramLabel = "FILE",
      description = "the hub's own certificate there, with those above it (PEM)")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--machines-key", paramLabel = "FILE", description = "its key (PEM, PKCS #8)")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--session-idle",
      paramLabel = "DURATION",
      defaultValue = "PT8H",
      description = "a session ends after so long without a request: PT8H")
  private Duration idle = SessionLife.USUAL.idle();

  @Option(
      names = "--session-most",
      paramLabel = "DURATION",
      defaultValue = "PT12H",
      description = "a session ends after so long however busy it is: PT12H")
  private Duration most = SessionLife.USUAL.whole();

  /** What the options and files say. */
  Entrances read(String host, Optional<URI> home) throws IOException {
    if (!providers.isEmpty() && home.isEmpty()) {
      throw new IllegalArgumentException("--oidc wants --home: where browsers come back to");
    }
    List<Provider> all = new ArrayList<>();
    for (Path file : providers) {
      all.add(ProviderFile.read(file));
    }
    return new Entrances(all, machines(host), new SessionLife(idle, most));
  }

  private Optional<MachineDoor> machines(String host) {
    if (machinesPort.isEmpty() && certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (machinesPort.isEmpty() || certificate.isEmpty() || key.isEmpty()) {
      throw new IllegalArgumentException(
          "--machines-port, --machines-certificate and --machines-key go together");
    }
    return Optional.of(new MachineDoor(host, machinesPort.get(), certificate.get(), key.get()));
  }
}

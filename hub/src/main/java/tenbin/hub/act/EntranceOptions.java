package tenbin.hub.act;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tenbin.hub.run.ProviderFile;
import tenbin.hub.wiring.Entrances;
import tenbin.web.provider.Provider;

/** Other ways in than by password, passkey and token. */
final class EntranceOptions {
  @Option(
      names = "--oidc",
      paramLabel = "FILE",
      description =
          "an organisation's own sign-in (OpenID Connect, docs/operations/sign-in.md); once for"
              + " each; wants --home")
  private List<Path> providers = List.of();

  /** What the files say. */
  Entrances read(Optional<URI> home) throws IOException {
    if (!providers.isEmpty() && home.isEmpty()) {
      throw new IllegalArgumentException("--oidc wants --home: where browsers come back to");
    }
    List<Provider> all = new ArrayList<>();
    for (Path file : providers) {
      all.add(ProviderFile.read(file));
    }
    return new Entrances(all);
  }
}

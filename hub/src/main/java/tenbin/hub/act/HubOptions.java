package tenbin.hub.act;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which hub, and with what right. */
final class HubOptions {
  @Option(
      names = "--hub",
      paramLabel = "URL",
      required = true,
      description = "the hub's address, for example https://hub.example/")
  private URI hub = URI.create("");

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "a token of your member (default: TENBIN_TOKEN of the environment)")
  private Optional<String> token = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "a file that holds it, so that no list of processes shows it")
  private Optional<Path> tokenFile = Optional.empty();

  HubDoor door() throws IOException {
    if (tokenFile.isPresent()) {
      return new HubDoor(hub, Files.readString(tokenFile.get()).strip());
    }
    String environment = System.getenv("TENBIN_TOKEN");
    return new HubDoor(hub, token.orElse(environment == null ? "" : environment));
  }
}

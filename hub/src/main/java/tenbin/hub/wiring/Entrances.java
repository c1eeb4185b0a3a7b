package tenbin.hub.wiring;

import java.util.List;
import java.util.Optional;
import tenbin.web.provider.Provider;

/**
 * Ways into a hub that its operator opens by configuration.
 *
 * @param providers organisations' own sign-ins
 * @param machines a port for programs with certificates
 */
public record Entrances(List<Provider> providers, Optional<MachineDoor> machines) {
  /** None but password, passkey and token. */
  public static final Entrances NONE = new Entrances(List.of(), Optional.empty());

  public Entrances {
    providers = List.copyOf(providers);
  }
}

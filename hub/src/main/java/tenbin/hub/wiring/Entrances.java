package tenbin.hub.wiring;

import java.util.List;
import java.util.Optional;
import tenbin.web.provider.Provider;
import tenbin.web.signin.SessionLife;

/**
 * Ways into a hub that its operator opens by configuration, and how long one stays.
 *
 * @param providers organisations' own sign-ins
 * @param machines a port for programs with certificates
 * @param life how long people stay signed in
 */
public record Entrances(
    List<Provider> providers, Optional<MachineDoor> machines, SessionLife life) {
  /** None but password, passkey and token. */
  public static final Entrances NONE = new Entrances(List.of(), Optional.empty());

  /** With sessions as long as usual. */
  public Entrances(List<Provider> providers, Optional<MachineDoor> machines) {
    this(providers, machines, SessionLife.USUAL);
  }

  public Entrances {
    providers = List.copyOf(providers);
  }
}

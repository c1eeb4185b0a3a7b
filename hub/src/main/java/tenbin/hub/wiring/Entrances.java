package tenbin.hub.wiring;

import java.util.List;
import tenbin.web.provider.Provider;

/**
 * Ways into a hub that its operator opens by configuration.
 *
 * @param providers organisations' own sign-ins
 */
public record Entrances(List<Provider> providers) {
  /** None but password, passkey and token. */
  public static final Entrances NONE = new Entrances(List.of());

  public Entrances {
    providers = List.copyOf(providers);
  }
}

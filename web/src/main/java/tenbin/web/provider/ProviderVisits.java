package tenbin.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tenbin.web.signin.Elsewhere;

/** Browsers that signed in through a provider, so that signing out ends the visit there too. */
public final class ProviderVisits implements Elsewhere {
  private static final String VISIT = ProviderVisits.class.getName();

  private final Providers providers;

  public ProviderVisits(Providers providers) {
    this.providers = providers;
  }

  private record Visit(String provider, String token) {}

  /** Notes from where the browser came. */
  public void note(Provider provider, Proof proof, HttpServletRequest request) {
    request.getSession(true).setAttribute(VISIT, new Visit(provider.name(), proof.token()));
  }

  @Override
  public List<String> origins() {
    return providers.all().stream().map(Provider::origin).sorted().toList();
  }

  @Override
  public Optional<URI> afterSignOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(VISIT) instanceof Visit visit
        ? providers.leave(visit.provider(), visit.token())
        : Optional.empty();
  }
}

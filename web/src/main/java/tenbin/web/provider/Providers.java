package tenbin.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tenbin.nouns.member.MemberId;
import tenbin.web.passkey.Home;

/** The providers that the operator named, and the ways to them and back. Any thread. */
public final class Providers {
  /** So long somebody may take at the provider. */
  static final Duration MOST_AWAY = Duration.ofMinutes(10);

  private static final String ASKED = Providers.class.getName() + ".asked";

  private final Map<String, ProviderLine> lines = new LinkedHashMap<>();
  private final Home home;
  private final Clock clock;

  /**
   * The ways to some providers.
   *
   * @throws IllegalArgumentException when two have one name or one issuer
   */
  public Providers(List<Provider> all, Home home, Clock clock) {
    this.home = home;
    this.clock = clock;
    for (Provider each : all) {
      if (lines.put(each.name(), new ProviderLine(each, clock)) != null
          || all.stream().filter(other -> other.issuer().equals(each.issuer())).count() > 1) {
        throw new IllegalArgumentException("provider twice: " + each);
      }
    }
  }

  /** What lies in a browser's session while it is at a provider. */
  private record Asked(
      String provider, OAuth2AuthorizationRequest request, Purpose purpose, Instant at) {}

  /**
   * Somebody who came back.
   *
   * @param provider from where
   * @param purpose what it was sent there for
   * @param proof what the provider proved; empty when it did not
   */
  public record Back(Provider provider, Purpose purpose, Optional<Proof> proof) {}

  public List<Provider> all() {
    return lines.values().stream().map(ProviderLine::provider).toList();
  }

  /** Those that may speak for a member's people. */
  public List<Provider> of(MemberId member) {
    return all().stream().filter(each -> each.serves(member)).toList();
  }

  public Optional<Provider> find(String name) {
    return Optional.ofNullable(lines.get(name)).map(ProviderLine::provider);
  }

  /**
   * Where a browser is sent, which from now on may come back once; empty when there is no such
   * provider or it does not answer.
   */
  public Optional<URI> begin(String name, Purpose purpose, HttpServletRequest request) {
    Optional<OAuth2AuthorizationRequest> asked =
        Optional.ofNullable(lines.get(name))
            .flatMap(line -> line.ask(back(name, request), request));
    asked.ifPresent(each ->
        request
            .getSession(true)
            .setAttribute(ASKED, new Asked(name, each, purpose, clock.instant())));
    return asked.map(each -> URI.create(each.getAuthorizationRequestUri()));
  }

  private String back(String name, HttpServletRequest request) {
    return home.origin(request) + "/sign-in/provider/" + name + "/back";
  }

  /** Who comes back; empty when this browser was not sent there, or too long ago. */
  public Optional<Back> finish(String name, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ASKED) instanceof Asked asked)) {
      return Optional.empty();
    }
    session.removeAttribute(ASKED);
    boolean late = clock.instant().isAfter(asked.at().plus(MOST_AWAY));
    ProviderLine line = lines.get(name);
    if (line == null || late || !asked.provider().equals(name)) {
      return Optional.empty();
    }
    return Optional.of(
        new Back(line.provider(), asked.purpose(), line.prove(asked.request(), request)));
  }

  /** Where a browser ends its visit at the provider as well, when it came from there. */
  Optional<URI> leave(String name, String token) {
    return Optional.ofNullable(lines.get(name))
        .filter(line -> line.provider().signOut())
        .flatMap(line -> line.leave(token, home));
  }
}

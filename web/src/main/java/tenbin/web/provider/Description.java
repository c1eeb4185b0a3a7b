package tenbin.web.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * What a provider tells of itself (OpenID Connect Discovery 1.0 section 4), fetched when somebody
 * first wants to go there: a hub starts while its providers are away. Any thread.
 */
final class Description {
  private static final Logger LOG = LoggerFactory.getLogger(Description.class);

  /** After so long it is asked for anew: providers move their endpoints rarely. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String SIGN_OUT = "end_session_endpoint";

  private final Provider provider;
  private final Clock clock;
  private volatile Optional<Told> told = Optional.empty();

  private record Told(ClientRegistration registration, Instant at) {}

  Description(Provider provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /** The hub's registration there, with the one address that browsers come back to. */
  Optional<ClientRegistration> registration(String back) {
    return known()
        .map(each -> ClientRegistration.withClientRegistration(each).redirectUri(back).build());
  }

  /** Where a visit there is ended, when it says. */
  Optional<URI> signOut() {
    return known()
        .map(each -> each.getProviderDetails().getConfigurationMetadata().get(SIGN_OUT))
        .map(each -> URI.create(each.toString()))
        .filter(each -> provider.origin().equals(origin(each)));
  }

  private static String origin(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  private Optional<ClientRegistration> known() {
    Instant now = clock.instant();
    Optional<Told> before = told.filter(each -> now.isBefore(each.at().plus(KEPT)));
    return before.isPresent() ? before.map(Told::registration) : fetched(now);
  }

  private Optional<ClientRegistration> fetched(Instant now) {
    try {
      ClientRegistration.Builder asked =
          ClientRegistrations.fromOidcIssuerLocation(provider.issuer().toString())
              .registrationId(provider.name())
              .clientId(provider.client())
              .clientSecret(provider.secret())
              .redirectUri("{baseUrl}")
              .scope("openid");
      if (provider.secret().isEmpty()) {
        asked.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
      }
      Told fresh = new Told(asked.build(), now);
      told = Optional.of(fresh);
      return Optional.of(fresh.registration());
    } catch (IllegalArgumentException | IllegalStateException away) {
      LOG.warn("provider {} does not describe itself: {}", provider.name(), away.getMessage());
      return told.map(Told::registration);
    }
  }
}

package tenbin.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.util.UriComponentsBuilder;
import tenbin.web.passkey.Home;

/** The line to one provider: its description, fetched when it is first needed, and its answers. */
final class ProviderLine {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderLine.class);
  private static final int MOST_PARAMETER = 2_000;
  private static final int MOST_SUBJECT = 255;

  /** RFC 8176 section 2: several factors were asked for. */
  private static final String SEVERAL = "mfa";

  private final Provider provider;
  private final Description description;
  private final OidcAuthorizationCodeAuthenticationProvider check;

  ProviderLine(Provider provider, Clock clock) {
    this.provider = provider;
    this.description = new Description(provider, clock);
    this.check = Checking.of(provider, clock);
  }

  Provider provider() {
    return provider;
  }

  /** A request with a fresh state, nonce and proof key. */
  Optional<OAuth2AuthorizationRequest> ask(String back, HttpServletRequest request) {
    return description
        .registration(back)
        .map(one ->
            new DefaultOAuth2AuthorizationRequestResolver(name -> one)
                .resolve(request, provider.name()));
  }

  /** What comes back, proved: state, issuer, code, ID token, nonce. */
  Optional<Proof> prove(OAuth2AuthorizationRequest asked, HttpServletRequest request) {
    String code = parameter(request, "code");
    String state = parameter(request, "state");
    String issuer = parameter(request, "iss");
    boolean other = !issuer.isEmpty() && !issuer.equals(provider.issuer().toString());
    if (code.isEmpty() || !state.equals(asked.getState()) || other) {
      return Optional.empty();
    }
    String back = backOf(asked);
    return description.registration(back).flatMap(one -> exchange(one, asked, code, state));
  }

  private static String backOf(OAuth2AuthorizationRequest asked) {
    return Optional.ofNullable(asked.getRedirectUri()).orElse("");
  }

  private Optional<Proof> exchange(
      ClientRegistration one, OAuth2AuthorizationRequest asked, String code, String state) {
    OAuth2AuthorizationResponse answer =
        OAuth2AuthorizationResponse.success(code).redirectUri(backOf(asked)).state(state).build();
    try {
      return check.authenticate(
                  new OAuth2LoginAuthenticationToken(
                      one, new OAuth2AuthorizationExchange(asked, answer)))
              instanceof OAuth2LoginAuthenticationToken proved
          ? Optional.ofNullable(proved.getPrincipal())
              .map(OidcUser.class::cast)
              .flatMap(this::proof)
          : Optional.empty();
    } catch (AuthenticationException refused) {
      // Why is for the operator alone; it names no person.
      LOG.warn("provider {} refused: {}", provider.name(), refused.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Proof> proof(OidcUser user) {
    String subject = Optional.ofNullable(user.getSubject()).orElse("");
    if (subject.isBlank() || subject.length() > MOST_SUBJECT) {
      return Optional.empty();
    }
    String name =
        Optional.ofNullable(user.getPreferredUsername())
            .or(() -> Optional.ofNullable(user.getEmail()))
            .orElse("");
    return Optional.of(
        new Proof(
            provider.issuer().toString(),
            subject,
            name.substring(0, Math.min(name.length(), MOST_SUBJECT)),
            isStrong(user),
            user.getIdToken().getTokenValue()));
  }

  private boolean isStrong(OidcUser user) {
    Collection<String> methods =
        Optional.ofNullable(user.getAuthenticationMethods()).orElse(List.of());
    String level = Optional.ofNullable(user.getAuthenticationContextClass()).orElse("");
    return methods.contains(SEVERAL) || provider.strong().contains(level);
  }

  /** OpenID Connect RP-Initiated Logout 1.0 section 2. */
  Optional<URI> leave(String token, Home home) {
    return description
        .signOut()
        .map(end -> {
          UriComponentsBuilder address =
              UriComponentsBuilder.fromUri(end)
                  .queryParam("id_token_hint", token)
                  .queryParam("client_id", "{client}");
          home.address()
              .ifPresent(
                  here -> address.queryParam("post_logout_redirect_uri", here.resolve("/sign-in")));
          return address.encode().buildAndExpand(provider.client()).toUri();
        });
  }

  private static String parameter(HttpServletRequest request, String name) {
    String[] all = request.getParameterValues(name);
    boolean one = all != null && all.length == 1 && all[0].length() <= MOST_PARAMETER;
    return one ? all[0] : "";
  }
}

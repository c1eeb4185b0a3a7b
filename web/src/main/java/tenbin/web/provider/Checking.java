package tenbin.web.provider;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.client.RestClient;

/** How a provider's answer is checked: Spring Security's own checks, by the hub's clock. */
final class Checking {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What two clocks may differ by; that library's own default. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private Checking() {}

  static OidcAuthorizationCodeAuthenticationProvider of(Provider provider, Clock clock) {
    // The ID token is all that is wanted: nothing is asked with the access token.
    OidcAuthorizationCodeAuthenticationProvider check =
        new OidcAuthorizationCodeAuthenticationProvider(
            codes(),
            asked -> new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, asked.getIdToken()));
    OidcIdTokenDecoderFactory tokens = new OidcIdTokenDecoderFactory();
    tokens.setJwsAlgorithmResolver(each -> provider.algorithm());
    tokens.setJwtValidatorFactory(each -> validator(each, clock));
    check.setJwtDecoderFactory(tokens);
    return check;
  }

  private static OAuth2TokenValidator<Jwt> validator(ClientRegistration one, Clock clock) {
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    OidcIdTokenValidator claims = new OidcIdTokenValidator(one);
    claims.setClock(clock);
    claims.setClockSkew(SKEW);
    return new DelegatingOAuth2TokenValidator<>(List.of(times, claims));
  }

  private static RestClientAuthorizationCodeTokenResponseClient codes() {
    JdkClientHttpRequestFactory line =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    line.setReadTimeout(PATIENCE);
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(line)
            .configureMessageConverters(all ->
                all.addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }
}

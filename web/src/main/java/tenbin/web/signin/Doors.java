package tenbin.web.signin;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tenbin.web.audit.Audit;
import tenbin.web.problem.ProblemWriter;

/** The two doors: programs with tokens under /api, people with sessions everywhere else. */
@Configuration(proxyBeanMethods = false)
public class Doors {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  /** Programs of mail post here without a page before it (RFC 8058 section 3.2). */
  private static final String STOP = "/stop/*";

  /** Open without signing in. */
  private static final String[] OPEN = {
    "/sign-in",
    "/sign-in/passkey",
    "/sign-in/passkey/begin",
    "/sign-in/provider/**",
    "/welcome",
    "/welcome/provider",
    "/look/**",
    "/webjars/**",
    "/favicon.ico",
    "/error",
    "/language",
    "/zone",
    // The portal's own guard asks for a signed link.
    "/portal",
    "/portal/**",
    // The token of a mail alone says whose mails are stopped.
    STOP
  };

  /** Open besides in a demo, which listens on loopback only. */
  private static final String[] OPEN_IN_DEMO = {"/", "/demo/**"};

  /** Whether the hub shows its demo. */
  public record Demo(boolean on) {}

  @Bean
  Audit audit(PersonBook people) {
    return new Audit(login -> people.find(login).map(entry -> entry.person().id()));
  }

  /** No measurement of every filter of every request: nothing of it could be read. */
  @Bean
  SecurityObservationSettings noMeasurements() {
    return SecurityObservationSettings.noObservations();
  }

  /** Whoever comes with a certificate is a program: the pages are not for it. */
  @Bean
  @Order(0)
  SecurityFilterChain nothingElseForPrograms(HttpSecurity http, ProblemWriter problems) {
    http.securityMatcher(request ->
            CertificateSignIn.shows(request) && !request.getRequestURI().startsWith("/api/"))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(each -> each.authenticationEntryPoint(problems::unknown))
        .authorizeHttpRequests(each -> each.anyRequest().denyAll());
    headers(http, POLICY);
    return http.build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain programsDoor(
      HttpSecurity http,
      Tokens tokens,
      Standing standing,
      ProblemWriter problems,
      Audit audit,
      Clock clock) {
    http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAfter(new TokenSignIn(tokens, standing), SecurityContextHolderFilter.class)
        .addFilterAfter(new CertificateSignIn(tokens, standing, clock), TokenSignIn.class)
        .addFilterAfter(new Pace(clock, problems), CertificateSignIn.class)
        .exceptionHandling(each ->
            each.authenticationEntryPoint(problems::unknown)
                .accessDeniedHandler(new NotesRefusals(audit, problems::forbidden)))
        .authorizeHttpRequests(each ->
            each.requestMatchers("/api/openapi.json")
                .permitAll()
                .requestMatchers("/api/v1/secretariat/**")
                .access(secretariat(standing))
                .anyRequest()
                .authenticated());
    headers(http, POLICY);
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain peopleDoor(
      HttpSecurity http,
      People people,
      Standing standing,
      CodeCheck codes,
      Seats seats,
      Lockout lockout,
      Audit audit,
      Elsewhere elsewhere,
      TwoFactors demand,
      Demo demo) {
    Leaves leaves = new Leaves(elsewhere, audit, demo.on() ? "/" : "/sign-in");
    http.authenticationProvider(new PasswordSignIn(people, standing, codes, lockout, audit))
        .csrf(each -> each.ignoringRequestMatchers(STOP))
        .addFilterBefore(new StillWelcome(people, standing, seats), AuthorizationFilter.class)
        .addFilterAfter(new LeadsToFactor(demand, whileMissing()), StillWelcome.class)
        .formLogin(each ->
            each.loginPage("/sign-in")
                .loginProcessingUrl("/sign-in")
                .authenticationDetailsSource(SignInDetails::new)
                .failureUrl("/sign-in?failed")
                .successHandler(new TakesSeat(seats))
                .permitAll())
        .exceptionHandling(each ->
            each.accessDeniedHandler(new NotesRefusals(audit, new AccessDeniedHandlerImpl())))
        .logout(each ->
            each.logoutUrl("/sign-out").addLogoutHandler(leaves).logoutSuccessHandler(leaves))
        .authorizeHttpRequests(each -> {
          each.dispatcherTypeMatchers(
                  jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD)
              .permitAll();
          each.requestMatchers(OPEN).permitAll();
          if (demo.on()) {
            each.requestMatchers(OPEN_IN_DEMO).permitAll();
          } else {
            each.requestMatchers("/demo/**").denyAll();
          }
          each.requestMatchers("/secretariat/**").access(secretariat(standing));
          each.requestMatchers("/actuator/health").permitAll();
          each.requestMatchers("/actuator/**").denyAll();
          each.anyRequest().authenticated();
        });
    headers(http, policy(elsewhere));
    return http.build();
  }

  private static AuthorizationManager<RequestAuthorizationContext> secretariat(Standing standing) {
    return (who, context) ->
        new AuthorizationDecision(
            who.get() != null
                && who.get().getPrincipal() instanceof Visitor visitor
                && standing.of(visitor.member()) == Role.SECRETARIAT);
  }

  /** What somebody may open who has to make a second factor first. */
  private static RequestMatcher whileMissing() {
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        Stream.concat(Stream.of("/account/**", "/sign-out"), Stream.of(OPEN))
            .<RequestMatcher>map(path::matcher)
            .toList());
  }

  private static String policy(Elsewhere elsewhere) {
    return String.join(
        " ", Stream.concat(Stream.of(POLICY), elsewhere.origins().stream()).toList());
  }

  private static void headers(HttpSecurity http, String directives) {
    http.headers(each ->
        each.contentSecurityPolicy(policy -> policy.policyDirectives(directives))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(
                policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
  }
}

package tenbin.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tenbin.nouns.member.Circle;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.AnswerDate;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.WayOut;
import tenbin.web.factor.FactorBook;
import tenbin.web.factor.SecondFactors;
import tenbin.web.layout.Choices;
import tenbin.web.layout.ErrorPage;
import tenbin.web.layout.Everywhere;
import tenbin.web.layout.Look;
import tenbin.web.layout.ReaderZones;
import tenbin.web.may.AtTheDoor;
import tenbin.web.may.Rights;
import tenbin.web.passkey.Home;
import tenbin.web.passkey.Passkeys;
import tenbin.web.problem.ApiProblems;
import tenbin.web.problem.PageProblems;
import tenbin.web.problem.ProblemWriter;
import tenbin.web.provider.Identities;
import tenbin.web.provider.IdentityBook;
import tenbin.web.provider.ProviderVisits;
import tenbin.web.provider.Providers;
import tenbin.web.signin.Confirming;
import tenbin.web.signin.Doors;
import tenbin.web.signin.InvitationBook;
import tenbin.web.signin.Invitations;
import tenbin.web.signin.Lockout;
import tenbin.web.signin.Looking;
import tenbin.web.signin.PasswordRule;
import tenbin.web.signin.People;
import tenbin.web.signin.PersonBook;
import tenbin.web.signin.Seats;
import tenbin.web.signin.SessionLife;
import tenbin.web.signin.SignedIn;
import tenbin.web.signin.Staff;
import tenbin.web.signin.Standing;
import tenbin.web.signin.TokenBook;
import tenbin.web.signin.Tokens;
import tenbin.web.signin.TwoFactors;
import tenbin.web.table.Habits;
import tenbin.web.table.Tables;
import tenbin.web.words.LanguageChoice;
import tenbin.wire.Writer;

/**
 * All of this room as one configuration. It needs beans of {@link Clock}, {@link Roster}, {@link
 * PersonBook}, {@link Habits}, {@link InvitationBook}, {@link FactorBook}, {@link IdentityBook},
 * {@link Providers}, {@link TokenBook}, {@link SessionLife}, {@link Doors.Demo} and a MessageSource
 * with {@link #WORDS}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  Doors.class,
  Look.class,
  Choices.class,
  Everywhere.class,
  ErrorPage.class,
  ApiProblems.class,
  PageProblems.class
})
public class WebShell {
  /** This room's word list. */
  public static final String WORDS = "/tenbin/web/words/web.words";

  @Bean
  ProblemWriter problemWriter() {
    return new ProblemWriter();
  }

  @Bean
  LocaleResolver localeResolver() {
    return new LanguageChoice();
  }

  @Bean
  People people(PersonBook book, Clock clock, Roster roster) {
    return new People(book, clock, new PasswordRule(() -> names(roster.circle())));
  }

  private static List<String> names(Circle circle) {
    Stream<String> members =
        circle.members().stream()
            .flatMap(each -> Stream.of(each.id().text(), each.name(), each.nameJa()));
    return Stream.concat(Stream.of(circle.name()), members).toList();
  }

  @Bean
  Tables tables(Habits habits) {
    return new Tables(habits);
  }

  @Bean
  ReaderZones readerZones(Habits habits, ReaderZones.Usual usual) {
    return new ReaderZones(habits, usual);
  }

  @Bean
  Seats seats(Clock clock, SessionLife life) {
    return new Seats(clock, life);
  }

  @Bean
  Staff staff(People people, Seats seats) {
    return new Staff(people, seats);
  }

  @Bean
  Invitations invitations(InvitationBook book, People people, Clock clock) {
    return new Invitations(book, people, clock);
  }

  @Bean
  Confirming confirming(People people, Lockout lockout, Audit audit) {
    return new Confirming(people, lockout, audit);
  }

  @Bean
  SignedIn signedIn(Standing standing, Seats seats, Audit audit) {
    return new SignedIn(standing, seats, audit);
  }

  @Bean
  Passkeys passkeys(People people, UserCredentialRepository book, Home home) {
    return new Passkeys(people, book, home);
  }

  @Bean
  Identities identities(IdentityBook book, People people, Clock clock) {
    return new Identities(book, people, clock);
  }

  @Bean
  ProviderVisits providerVisits(Providers providers) {
    return new ProviderVisits(providers);
  }

  @Bean
  SecondFactors secondFactors(FactorBook book, Clock clock) {
    return new SecondFactors(book, clock);
  }

  @Bean
  TwoFactors twoFactors(People people, Standing standing, SecondFactors factors, Seats seats) {
    return new TwoFactors(people, standing, factors, seats);
  }

  @Bean
  Tokens tokens(TokenBook book, Clock clock) {
    return new Tokens(book, clock);
  }

  @Bean
  Standing standing(Roster roster, Clock clock) {
    return new Standing(roster, clock);
  }

  @Bean
  Rights rights(Standing standing, Doors.Demo demo) {
    return new Rights(standing, demo);
  }

  @Bean
  AtTheDoor atTheDoor(
      Rights rights, Audit audit, ObjectProvider<RequestMappingHandlerMapping> handlers) {
    return new AtTheDoor(rights, audit, handlers);
  }

  @Bean
  WayOut wayOut(Deliveries deliveries, List<Writer> writers) {
    return new WayOut(deliveries, writers);
  }

  @Bean
  LedgerDoor ledgerDoor(WayOut wayOut) {
    return new LedgerDoor(wayOut);
  }

  @Bean
  AnswerDate answerDate(Clock clock) {
    return new AnswerDate(clock);
  }

  @Bean
  Looking looking(Doors.Demo demo, Audit audit) {
    return new Looking(demo, audit);
  }

  @Bean
  Lockout lockout(Clock clock) {
    return new Lockout(clock);
  }
}

package tenbin.web;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.AnswerDate;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.Choices;
import tenbin.web.layout.Everywhere;
import tenbin.web.layout.Look;
import tenbin.web.problem.ApiProblems;
import tenbin.web.problem.ErrorPage;
import tenbin.web.problem.ProblemWriter;
import tenbin.web.signin.Doors;
import tenbin.web.signin.Lockout;
import tenbin.web.signin.Looking;
import tenbin.web.signin.People;
import tenbin.web.signin.PersonBook;
import tenbin.web.signin.Standing;
import tenbin.web.signin.TokenBook;
import tenbin.web.signin.Tokens;
import tenbin.web.words.LanguageChoice;
import tenbin.wire.Writer;

/**
 * All of this room as one configuration. It needs beans of {@link Clock}, {@link Roster}, {@link
 * PersonBook}, {@link TokenBook}, {@link Doors.Demo} and a MessageSource with {@link #WORDS}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  Doors.class,
  Look.class,
  Choices.class,
  Everywhere.class,
  ErrorPage.class,
  ApiProblems.class
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
  People people(PersonBook book, Clock clock) {
    return new People(book, clock);
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

package tenbin.hub.portal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.words.WordList;

/** The portal's pages as one configuration. */
@Configuration(proxyBeanMethods = false)
@Import({
  PortalPage.class,
  DemoDoor.class,
  TellPage.class,
  ReportPage.class,
  RowsPage.class,
  StatementPage.class,
  QuestionPage.class
})
public class PortalShell {
  /** The portal's word list. */
  public static final String WORDS = "/tenbin/hub/portal/portal.words";

  @Bean
  PortalGuard portalGuard(PortalBook book, Clock clock) {
    return new PortalGuard(book, clock);
  }

  @Bean
  OwnReports ownReportsOfCustomers(
      IncidentBook book, Viewers viewers, WayOut wayOut, Roster roster) {
    return new OwnReports(book, viewers, wayOut, roster);
  }

  @Bean
  Whom whom(Roster roster, Viewers viewers) {
    return new Whom(roster, viewers, new WordList(java.util.List.of(WORDS)));
  }

  @Bean
  Sights sights(ConsentDesk desk, Whom whom, WayOut wayOut, Clock clock) {
    return new Sights(desk, whom, wayOut, clock);
  }
}

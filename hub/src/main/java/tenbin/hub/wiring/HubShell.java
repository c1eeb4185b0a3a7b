package tenbin.hub.wiring;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tenbin.hub.api.AboutApi;
import tenbin.hub.api.CasesApi;
import tenbin.hub.api.CircleApi;
import tenbin.hub.api.IncidentsApi;
import tenbin.hub.api.LedgerApi;
import tenbin.hub.api.MailApi;
import tenbin.hub.api.NetworkApi;
import tenbin.hub.api.RecallsApi;
import tenbin.hub.api.ReceiptsApi;
import tenbin.hub.api.ReportsApi;
import tenbin.hub.api.RowsApi;
import tenbin.hub.api.RowsStream;
import tenbin.hub.api.SecretariatApi;
import tenbin.hub.api.StatisticsApi;
import tenbin.hub.api.SubscriptionsApi;
import tenbin.hub.casework.AgainApi;
import tenbin.hub.casework.AgainPage;
import tenbin.hub.casework.CaseApi;
import tenbin.hub.casework.CasePage;
import tenbin.hub.casework.DefencePage;
import tenbin.hub.casework.FilesApi;
import tenbin.hub.casework.FilesPage;
import tenbin.hub.casework.MethodApi;
import tenbin.hub.casework.MethodPage;
import tenbin.hub.casework.OfficeApi;
import tenbin.hub.casework.OfficeDesk;
import tenbin.hub.casework.OfficePage;
import tenbin.hub.casework.TalkApi;
import tenbin.hub.casework.TalkPage;
import tenbin.hub.gather.DocumentsApi;
import tenbin.hub.gather.DocumentsPage;
import tenbin.hub.gather.ElectionsApi;
import tenbin.hub.gather.ElectionsPage;
import tenbin.hub.gather.GroupsApi;
import tenbin.hub.gather.GroupsPage;
import tenbin.hub.gather.PeopleOfGroupApi;
import tenbin.hub.gather.PeopleOfGroupPage;
import tenbin.hub.gather.SkillsApi;
import tenbin.hub.gather.SkillsPage;
import tenbin.hub.joining.HolderPage;
import tenbin.hub.joining.JoiningPage;
import tenbin.hub.joining.NewcomersApi;
import tenbin.hub.joining.NewcomersPage;
import tenbin.hub.joining.RangesApi;
import tenbin.hub.measure.AnswerTimes;
import tenbin.hub.measure.Metrics;
import tenbin.hub.network.SpacePage;
import tenbin.hub.page.AccountPage;
import tenbin.hub.page.ApprovePage;
import tenbin.hub.page.CasesPage;
import tenbin.hub.page.ChannelsPage;
import tenbin.hub.page.CirclePage;
import tenbin.hub.page.ContactsPage;
import tenbin.hub.page.CustomersPage;
import tenbin.hub.page.DeadLetterDesk;
import tenbin.hub.page.DeadLettersPage;
import tenbin.hub.page.DemoPage;
import tenbin.hub.page.DemoSeats;
import tenbin.hub.page.DeskApi;
import tenbin.hub.page.EvidencePage;
import tenbin.hub.page.GroundsApi;
import tenbin.hub.page.GroundsPage;
import tenbin.hub.page.HealthPage;
import tenbin.hub.page.IncidentsPage;
import tenbin.hub.page.NetworkPage;
import tenbin.hub.page.OwnScales;
import tenbin.hub.page.PasskeyPage;
import tenbin.hub.page.PeoplePage;
import tenbin.hub.page.ProviderPage;
import tenbin.hub.page.RecallStanding;
import tenbin.hub.page.RecallsPage;
import tenbin.hub.page.ReceiptsPage;
import tenbin.hub.page.ReleasePage;
import tenbin.hub.page.ReportsPage;
import tenbin.hub.page.ScalesDesk;
import tenbin.hub.page.ScalesPage;
import tenbin.hub.page.StartPage;
import tenbin.hub.page.StatisticsPage;
import tenbin.hub.page.TasksPage;
import tenbin.hub.page.TokensPage;
import tenbin.hub.page.UploadPage;
import tenbin.hub.page.WelcomePage;
import tenbin.hub.portal.PortalShell;
import tenbin.hub.routes.IncidentPage;
import tenbin.hub.routes.LookApi;
import tenbin.hub.routes.LookPage;
import tenbin.hub.routes.MaintainersPage;
import tenbin.hub.routes.MineApi;
import tenbin.hub.routes.MinePage;
import tenbin.hub.routes.RoutesApi;
import tenbin.hub.routes.RoutesPage;
import tenbin.hub.routes.StopPage;
import tenbin.hub.today.TodayPage;
import tenbin.web.WebShell;
import tenbin.web.words.WordList;

/** The hub's server as one configuration: every page and handler is named here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
  WebShell.class,
  StartPage.class,
  NetworkPage.class,
  SpacePage.class,
  NetworkApi.class,
  AnswerTimes.class,
  Metrics.class,
  UploadPage.class,
  ReportsPage.class,
  TokensPage.class,
  ReportsApi.class,
  RowsApi.class,
  RowsStream.class,
  CasesPage.class,
  DemoPage.class,
  DemoSeats.class,
  CirclePage.class,
  CasesApi.class,
  CircleApi.class,
  SecretariatApi.class,
  ReceiptsPage.class,
  EvidencePage.class,
  ReceiptsApi.class,
  LedgerApi.class,
  ChannelsPage.class,
  SubscriptionsApi.class,
  MailApi.class,
  AboutApi.class,
  HealthPage.class,
  DeadLetterDesk.class,
  DeadLettersPage.class,
  DeskApi.class,
  ContactsPage.class,
  GroundsPage.class,
  GroundsApi.class,
  ScalesDesk.class,
  ScalesPage.class,
  OwnScales.class,
  StatisticsPage.class,
  StatisticsApi.class,
  RecallStanding.class,
  RecallsPage.class,
  ReleasePage.class,
  RecallsApi.class,
  IncidentsPage.class,
  IncidentsApi.class,
  CustomersPage.class,
  TasksPage.class,
  ApprovePage.class,
  AccountPage.class,
  PeoplePage.class,
  WelcomePage.class,
  PasskeyPage.class,
  ProviderPage.class,
  TodayPage.class,
  CasePage.class,
  CaseApi.class,
  TalkPage.class,
  TalkApi.class,
  MethodPage.class,
  MethodApi.class,
  DefencePage.class,
  FilesPage.class,
  FilesApi.class,
  OfficeDesk.class,
  OfficePage.class,
  OfficeApi.class,
  AgainPage.class,
  AgainApi.class,
  GroupsPage.class,
  GroupsApi.class,
  PeopleOfGroupPage.class,
  PeopleOfGroupApi.class,
  DocumentsPage.class,
  DocumentsApi.class,
  ElectionsPage.class,
  ElectionsApi.class,
  SkillsPage.class,
  SkillsApi.class,
  NewcomersPage.class,
  NewcomersApi.class,
  HolderPage.class,
  JoiningPage.class,
  RangesApi.class,
  RoutesPage.class,
  IncidentPage.class,
  LookPage.class,
  MinePage.class,
  RoutesApi.class,
  LookApi.class,
  MineApi.class,
  MaintainersPage.class,
  StopPage.class,
  PortalShell.class
})
class HubShell {
  /** The word lists of all pages. */
  static final List<String> WORDS =
      List.of(
          WebShell.WORDS,
          "/tenbin/hub/page/page.words",
          SpacePage.WORDS,
          "/tenbin/hub/page/office.words",
          "/tenbin/hub/page/grounds.words",
          "/tenbin/hub/page/people.words",
          "/tenbin/hub/page/statistics.words",
          "/tenbin/hub/casework/casework.words",
          "/tenbin/hub/gather/gather.words",
          "/tenbin/hub/joining/joining.words",
          RoutesPage.WORDS,
          TodayPage.WORDS,
          PortalShell.WORDS);

  @Bean
  MessageSource messageSource() {
    return new WordList(WORDS);
  }
}

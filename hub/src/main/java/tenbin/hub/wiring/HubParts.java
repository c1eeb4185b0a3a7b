package tenbin.hub.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import tenbin.balance.Request;
import tenbin.hub.page.CircleFiles;
import tenbin.spine.Spine;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.checkup.Checkup;
import tenbin.spine.checkup.TableState;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.collect.mailbox.MailBook;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Withholdings;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.doors.Doors;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.GroundRefused;
import tenbin.spine.health.HealthBook;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.post.ReportAddresses;
import tenbin.spine.recall.RecallBook;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.CircleReading;
import tenbin.spine.roster.Roster;
import tenbin.spine.scales.Weighbridge;
import tenbin.spine.statistics.StatisticsBook;
import tenbin.spine.yaml.YamlFault;
import tenbin.web.exit.Viewers;
import tenbin.web.factor.FactorBook;
import tenbin.web.provider.IdentityBook;
import tenbin.web.signin.InvitationBook;
import tenbin.web.signin.PersonBook;
import tenbin.web.signin.TokenBook;
import tenbin.web.table.Habits;
import tenbin.wire.Writer;

/** The ports that pages and API may use, and no others. */
public record HubParts(
    Clock clock,
    Roster roster,
    ReportBook reports,
    Deliveries deliveries,
    Withholdings withholdings,
    CaseBook cases,
    Viewers viewers,
    CircleFiles circleFiles,
    PersonBook people,
    InvitationBook invitations,
    FactorBook factors,
    UserCredentialRepository passkeys,
    IdentityBook identities,
    TokenBook tokens,
    Habits habits,
    List<Writer> writers,
    ReceiptBook receipts,
    EvidenceBook evidence,
    ChannelBook channels,
    MailBook mails,
    ReportAddresses reportAddresses,
    HealthBook health,
    WaysIn waysIn,
    MailOffice office,
    Checkup checkup,
    GroundBook grounds,
    Weighbridge scales,
    StatisticsBook statistics,
    RecallBook recalls,
    PortalParts portal,
    CaseParts caseParts,
    GatherParts gather,
    JoiningParts joining,
    RouteParts routes) {

  /** The parts of a hub over its spine. */
  public static HubParts of(
      Spine spine,
      Doors doors,
      CaseBook cases,
      Clock clock,
      List<Writer> writers,
      Supplier<List<TableState>> tables,
      JoiningParts joining,
      RouteParts routes) {
    return new HubParts(
        clock,
        spine.roster(),
        spine.reports(),
        doors.deliveries(),
        spine.withholdings(),
        cases,
        viewers(spine, clock),
        yaml -> reading(spine, yaml),
        new PostgresPersonBook(spine.dataSource()),
        new PostgresInvitationBook(spine.dataSource()),
        new PostgresFactorBook(spine.dataSource(), spine::signInKey),
        new PostgresPasskeyBook(spine.dataSource()),
        new PostgresIdentityBook(spine.dataSource()),
        new PostgresTokenBook(spine.dataSource()),
        new PostgresHabits(spine.dataSource(), clock),
        writers,
        spine.receipts(),
        spine.evidence(),
        doors.subscriptions(),
        doors.mails(),
        doors.reportAddresses(),
        spine.health(),
        spine.waysIn(),
        doors.mails().office(),
        spine.checkup(doors.health(), tables),
        spine.grounds(),
        spine.scales(),
        spine.statistics(),
        spine.recalls().book(),
        PortalParts.of(spine, clock),
        CaseParts.of(spine),
        GatherParts.of(spine),
        joining,
        routes);
  }

  /** Plans by the spine's balance as it stands at each asking. */
  public static Viewers viewers(Spine spine, Clock clock) {
    return (viewer, purpose, outlet) ->
        spine
            .balance()
            .plan(new Request(viewer, purpose, outlet, clock.instant()), spine.keyOf(viewer));
  }

  /** A circle file, read and tried with the grounds that lie beside it. */
  private static CircleFiles.Reading reading(Spine spine, String yaml) {
    CircleReading reading = CircleFile.read(yaml);
    if (reading.circle().isPresent()) {
      try {
        spine.judge(reading.circle().get());
      } catch (GroundRefused refused) {
        return new CircleFiles.Reading(Optional.empty(), words(refused.faults()));
      }
    }
    return new CircleFiles.Reading(reading.circle(), words(reading.faults()));
  }

  private static List<String> words(List<YamlFault> faults) {
    return faults.stream().map(YamlFault::toString).toList();
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(Roster.class, () -> roster);
    context.registerBean(ReportBook.class, () -> reports);
    context.registerBean(Deliveries.class, () -> deliveries);
    context.registerBean(Withholdings.class, () -> withholdings);
    context.registerBean(CaseBook.class, () -> cases);
    context.registerBean(Viewers.class, () -> viewers);
    context.registerBean(CircleFiles.class, () -> circleFiles);
    context.registerBean(PersonBook.class, () -> people);
    context.registerBean(InvitationBook.class, () -> invitations);
    context.registerBean(FactorBook.class, () -> factors);
    context.registerBean(UserCredentialRepository.class, () -> passkeys);
    context.registerBean(IdentityBook.class, () -> identities);
    context.registerBean(TokenBook.class, () -> tokens);
    context.registerBean(Habits.class, () -> habits);
    context.registerBean(ReceiptBook.class, () -> receipts);
    context.registerBean(EvidenceBook.class, () -> evidence);
    context.registerBean(ChannelBook.class, () -> channels);
    context.registerBean(MailBook.class, () -> mails);
    context.registerBean(ReportAddresses.class, () -> reportAddresses);
    context.registerBean(HealthBook.class, () -> health);
    context.registerBean(WaysIn.class, () -> waysIn);
    context.registerBean(MailOffice.class, () -> office);
    context.registerBean(Checkup.class, () -> checkup);
    context.registerBean(GroundBook.class, () -> grounds);
    context.registerBean(Weighbridge.class, () -> scales);
    context.registerBean(StatisticsBook.class, () -> statistics);
    context.registerBean(RecallBook.class, () -> recalls);
    portal.registerIn(context);
    caseParts.registerIn(context);
    gather.registerIn(context);
    joining.registerIn(context);
    routes.registerIn(context);
    writers.forEach(writer ->
        context.registerBean("writer " + writer.format().name(), Writer.class, () -> writer));
  }
}

package tenbin.hub.wiring;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.spine.Spine;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.ApproverLinks;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.Asker;
import tenbin.spine.asking.CustomerAsker;
import tenbin.spine.asking.RowAsker;
import tenbin.spine.asking.StoredAsks;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.StoredIncidents;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.GroundConsents;
import tenbin.spine.permission.GroundRowConsents;
import tenbin.spine.permission.RowConsents;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.StoredPortal;
import tenbin.spine.post.Tokens;
import tenbin.spine.roster.Roster;

/** The ports of the portal and of what is told there. */
public record PortalParts(
    IncidentBook incidents,
    ToldIncidents told,
    PortalBook portal,
    ConsentDesk consents,
    AskBook asks,
    Asker asker,
    RowAsker rowAsker,
    Answering answering,
    Tokens tokens) {
  /** Those of a hub over its spine. */
  static PortalParts of(Spine spine, Clock clock) {
    Tokens tokens = new Tokens(spine.secret().key("portal", ""));
    IncidentBook incidents = new StoredIncidents(spine.dataSource());
    PortalBook portal = new StoredPortal(spine.dataSource(), tokens, clock);
    ConsentDesk consents = new GroundConsents(spine.grounds(), tokens, clock);
    AskBook asks = new StoredAsks(spine.dataSource());
    Asker asker = new Asker(incidents, asks, spine::balance, clock);
    return new PortalParts(
        incidents,
        new ToldIncidents(incidents, asker),
        portal,
        consents,
        asks,
        asker,
        new RowAsker(
            spine::rowGroups,
            asks,
            spine::balance,
            clock,
            Optional.of(
                new CustomerAsker(
                    spine::rowGroups, spine::hasRows, asks, portal, spine::balance, clock))),
        new Answering(asks, incidents, portal, consents, spine.grounds(), clock),
        tokens);
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(IncidentBook.class, () -> incidents);
    context.registerBean(ToldIncidents.class, () -> told);
    context.registerBean(PortalBook.class, () -> portal);
    context.registerBean(ConsentDesk.class, () -> consents);
    context.registerBean(
        RowConsents.class,
        () ->
            new GroundRowConsents(
                context.getBean(GroundBook.class), tokens, context.getBean(Clock.class)));
    context.registerBean(AskBook.class, () -> asks);
    context.registerBean(Answering.class, () -> answering);
    context.registerBean(Tokens.class, () -> tokens);
    context.registerBean(
        ApproverLinks.class,
        () ->
            new ApproverLinks(
                tokens,
                asks,
                () -> context.getBean(Roster.class).circle(),
                context.getBean(Clock.class)));
  }
}

package tenbin.hub.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import tenbin.hub.joining.Lookups;
import tenbin.hub.wiring.Entrances;
import tenbin.spine.attribute.Tables;
import tenbin.spine.doors.HubMail;

/**
 * How a hub is to run.
 *
 * @param data its folder
 * @param database a PostgreSQL of the operator's own; empty for the one inside
 * @param circle a circle file to begin with or to apply; empty goes on with the stored one
 * @param host the address it listens on
 * @param port 0 takes a free one
 * @param demo whether anybody may look as anybody, on loopback only
 * @param secure whether browsers reach it by TLS through a proxy
 * @param clock the hub's time
 * @param zone in which the circle sets deadlines
 * @param tables what is known of networks beside the circle's claims
 * @param policy a folder of policy files; empty goes on with the stored ones
 * @param folder a watched folder with one folder a member; empty for none
 * @param home under which address browsers reach it; empty for this machine alone
 * @param entrances other ways in than by password, passkey and token
 * @param lookups servers that are asked whether networks are their holders'
 * @param routes feeds of routes, and which group sees all of what they show
 * @param mail digests, reminders, answers and reports by mail; empty for none
 */
public record HubStart(
    Path data,
    Optional<String> database,
    Optional<Path> circle,
    String host,
    int port,
    boolean demo,
    boolean secure,
    Clock clock,
    ZoneId zone,
    TableShelf tables,
    Optional<Path> policy,
    Optional<Path> folder,
    Optional<HubMail> mail,
    Optional<URI> home,
    Entrances entrances,
    Lookups lookups,
    RouteSettings routes) {
  /** Where the first circles are. */
  public static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Tokyo");

  /** A hub without tables, watched folder and mail. */
  public HubStart(
      Path data,
      Optional<String> database,
      Optional<Path> circle,
      String host,
      int port,
      boolean demo,
      boolean secure,
      Clock clock) {
    this(
        data,
        database,
        circle,
        host,
        port,
        demo,
        secure,
        clock,
        USUAL_ZONE,
        TableShelf.empty(Tables.NONE),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Entrances.NONE,
        Lookups.none(),
        RouteSettings.NONE);
  }

  /** As {@link #withTables(TableShelf)} with tables that no folder holds. */
  public HubStart withTables(Tables known) {
    return withTables(TableShelf.empty(known));
  }

  public HubStart withTables(TableShelf known) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, known, policy, folder, mail,
        home, entrances, lookups, routes);
  }

  public HubStart withZone(ZoneId other) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, other, tables, policy, folder,
        mail, home, entrances, lookups, routes);
  }

  /** The doors that work by themselves: a watched folder and mail, each where there is one. */
  public HubStart withDoors(Optional<Path> watched, Optional<HubMail> post) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, tables, policy, watched,
        post, home, entrances, lookups, routes);
  }

  /** With policy files beside the circle. */
  public HubStart withPolicy(Optional<Path> files) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, tables, files, folder, mail,
        home, entrances, lookups, routes);
  }

  /** With other ways in than password, passkey and token. */
  public HubStart withEntrances(Entrances ways) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, tables, policy, folder, mail,
        home, ways, lookups, routes);
  }

  /** With servers to ask whether networks are their holders'. */
  public HubStart withLookups(Lookups servers) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, tables, policy, folder, mail,
        home, entrances, servers, routes);
  }

  /** With feeds of routes. */
  public HubStart withRoutes(RouteSettings settings) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, tables, policy, folder, mail,
        home, entrances, lookups, settings);
  }

  /** Where browsers reach it from elsewhere. */
  public HubStart withHome(Optional<URI> address) {
    return new HubStart(
        data, database, circle, host, port, demo, secure, clock, zone, tables, policy, folder, mail,
        address, entrances, lookups, routes);
  }
}

package tenbin.proof.noninterference;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tenbin.hub.run.Questions;
import tenbin.hub.wiring.PortalParts;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.incident.IncidentText;
import tenbin.nouns.member.MemberId;
import tenbin.spine.Spine;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.asking.Asker;
import tenbin.spine.asking.RowAsker;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.ground.Deed.Adopted;
import tenbin.spine.ground.Deed.Ended;
import tenbin.spine.ground.Deed.Left;
import tenbin.spine.ground.Deed.Recorded;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundRefused;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;

/** Plays what customers, their desks and those who give grounds do, on the hub's own ports. */
final class PortalPlaying {
  private static final Duration HOLDS = Duration.ofDays(60);

  /** What ended is worked out for those who had it once the ledger has settled. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final World world;
  private final Spine spine;
  private final PortalParts parts;
  private final StepClock clock;
  private final Questions questions;
  private final Map<String, Customer> customers = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  PortalPlaying(
      World world,
      Spine spine,
      PortalParts parts,
      StepClock clock,
      Function<PortalParts, Questions> mailing) {
    this.world = world;
    this.spine = spine;
    this.parts = parts;
    this.clock = clock;
    this.questions = mailing.apply(told(parts));
  }

  /** The same with questions and links that follow from what they are for. */
  private PortalParts told(PortalParts by) {
    AskBook named = Swapped.namedTasks(by.asks());
    return new PortalParts(
        by.incidents(),
        by.told(),
        Swapped.toldLinks(by.portal(), world.base() + " link"),
        by.consents(),
        named,
        new Asker(by.incidents(), named, spine::balance, clock),
        new RowAsker(spine::rowGroups, named, spine::balance, clock),
        by.answering(),
        by.tokens());
  }

  /** The hub's own round of questions. */
  void ask() {
    try {
      questions.turn();
    } catch (NotSent failed) {
      throw new AssertionError("a question was not mailed", failed);
    }
  }

  void play(PortalDeed deed, Map<String, String> tokens, int port) throws IOException {
    switch (deed) {
      case PortalDeed.Welcomed each -> welcome(each);
      case PortalDeed.Told each -> tell(each);
      case PortalDeed.Permitted each -> permit(each);
      case PortalDeed.Withdrew each -> withdraw(each);
      case PortalDeed.Asked ignored -> ask();
      case PortalDeed.Replied each -> reply(each);
      case PortalDeed.RowsReplied each -> reply(each);
      case PortalDeed.Adopted each ->
          record(each, new Adopted(each.clause(), new PartyId(each.by()), Optional.empty()));
      case PortalDeed.Left each -> {
        record(each, new Left(each.clause(), new PartyId(each.by())));
        recall(each);
      }
      case PortalDeed.Released each -> record(each, new Recorded(each.id(), release(each)));
      case PortalDeed.Ended each -> {
        record(each, new Ended(each.id()));
        recall(each);
      }
      case PortalDeed.Fetched each -> {
        String token = tokens.get(each.by());
        if (token != null) {
          new Caller(port).with("Authorization: Bearer " + token).get(each.path());
        }
      }
    }
  }

  private static String person(String who) {
    return "person:" + who;
  }

  private void welcome(PortalDeed.Welcomed deed) {
    String name = deed.customer();
    Customer made =
        parts.portal().add(new MemberId(deed.by()), "Works " + name, "ciso@" + name + ".example");
    parts.consents().welcome(made, person(deed.by()));
    customers.put(name, made);
    secrets.put(name, link(made, Optional.empty()));
  }

  private String link(Customer customer, Optional<UUID> task) {
    return parts
        .portal()
        .issue(new PortalBook.Order(customer.id(), task, false, person("desk"), HOLDS))
        .secret();
  }

  private Customer customer(String name) {
    return Optional.ofNullable(customers.get(name)).orElseThrow();
  }

  /** What leads a customer into the portal. */
  String secret(String customer) {
    return Optional.ofNullable(secrets.get(customer)).orElseThrow();
  }

  /** What leads a customer to the first question that is put to it, where there is one. */
  Optional<String> question(String customer) {
    return open(customer).map(task -> link(customer(customer), Optional.of(task.id())));
  }

  private Optional<AskTask> open(String customer) {
    PartyId subject = customer(customer).party();
    return parts.asks().all().stream()
        .filter(task -> task.matter().subject().equals(subject))
        .filter(task -> task.state() == AskTask.State.OPEN)
        .min(Comparator.comparing(task -> task.id().toString()));
  }

  private void tell(PortalDeed.Told deed) {
    Map<IncidentField, String> typed = new EnumMap<>(IncidentField.class);
    typed.put(IncidentField.KIND, "system-compromise");
    typed.put(IncidentField.STARTED, "2026-03-20T10:00");
    typed.put(IncidentField.SERVERS, deed.server());
    typed.put(IncidentField.VICTIM_NAME, "Works " + deed.by());
    typed.put(IncidentField.DAMAGE, deed.damage());
    Customer customer = customer(deed.by());
    boolean direct = customer.desk().text().equals(World.OFFICE);
    IncidentReport report =
        new IncidentReport(
            deed.id(),
            customer.party(),
            direct ? customer.party() : customer.desk().party(),
            deed.at(),
            ZONE,
            Tlp.tryParse(deed.marking()).orElseThrow(),
            deed.asking() ? IncidentReport.Asking.WELCOME : IncidentReport.Asking.NOT_WANTED,
            IncidentText.read(typed, ZONE).values());
    parts.incidents().put(report);
    parts.consents().told(customer, report, person(deed.by()));
  }

  private void permit(PortalDeed.Permitted deed) {
    Customer customer = customer(deed.by());
    IncidentReport report =
        parts.incidents().one(customer.party(), PortalDeed.idOf(deed.report())).orElseThrow();
    Set<Permission.Part> permitted = EnumSet.noneOf(Permission.Part.class);
    deed.parts().forEach(word -> permitted.add(Permission.Part.tryParse(word).orElseThrow()));
    Set<Permission.Aim> aims = EnumSet.noneOf(Permission.Aim.class);
    deed.aims().forEach(word -> aims.add(Permission.Aim.tryParse(word).orElseThrow()));
    Instant until = world.base().plus(HOLDS);
    parts
        .consents()
        .give(
            customer,
            report,
            new Permission(permitted, aims, deed.to(), until),
            person(deed.by()),
            List.of());
  }

  private void withdraw(PortalDeed.Withdrew deed) {
    Customer customer = customer(deed.by());
    for (ConsentDesk.Given given : parts.consents().of(customer.party())) {
      if (given.report().filter(PortalDeed.idOf(deed.report())::equals).isPresent()) {
        parts.consents().withdraw(customer, given.id(), person(deed.by()));
      }
    }
    recall(deed);
  }

  private void reply(PortalDeed.Replied deed) {
    AskTask.Said said = deed.yes() ? AskTask.Said.YES : AskTask.Said.NO;
    parts.asks().all().stream()
        .filter(task -> isAbout(task.matter(), deed))
        .findFirst()
        .ifPresent(task -> parts.answering().answer(task.id(), person(deed.by()), said, ""));
  }

  private void reply(PortalDeed.RowsReplied deed) {
    AskTask.Said said = deed.yes() ? AskTask.Said.YES : AskTask.Said.NO;
    parts.asks().of(new MemberId(deed.by()).party()).stream()
        .filter(task -> task.matter().report().isEmpty())
        .findFirst()
        .ifPresent(task -> parts.answering().answer(task.id(), person(deed.by()), said, ""));
  }

  private static boolean isAbout(AskTask.Matter matter, PortalDeed.Replied deed) {
    Permission.Part part = Permission.Part.tryParse(deed.part()).orElseThrow();
    Permission.Aim aim = Permission.Aim.tryParse(deed.aim()).orElseThrow();
    return matter.report().equals(Optional.of(PortalDeed.idOf(deed.report())))
        && matter.categories().equals(Set.of(part.category()))
        && matter.purpose() == aim.purpose();
  }

  private void record(PortalDeed deed, tenbin.spine.ground.Deed given) {
    Entry.By by = new Entry.By(new MemberId(deed.by()), person(deed.by()));
    try {
      spine.grounds().record(by, List.of(given), deed.at(), "a click of " + deed.by());
    } catch (GroundRefused refused) {
      // Who gives up what it has not adopted is refused: that happens too.
      return;
    }
  }

  private static String release(PortalDeed.Released deed) {
    return """
    policy: %1$s
    bases:
      - id: %1$s
        kind: holder-release
        opens: [H]
        categories: [C1]
        purposes: [P8]
        givers: [%2$s]
        recipients: [%3$s]
        from: 2020-01-01
        review-by: 2090-01-01
        evidence: a click
    """
        .formatted(
            deed.id(), deed.by(), deed.to().stream().sorted().collect(Collectors.joining(", ")));
  }

  /** What follows for those who had something that rests on nothing now. */
  private void recall(PortalDeed deed) {
    clock.set(deed.at().plus(SETTLE));
    Dice.tell(world.base() + " recall " + deed);
    spine.recalls().turn();
  }
}

package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What customers permitted, by themselves or because they were asked, and what was asked of them:
 * worked out the simple way, deed by deed. The hub asks once, of whoever wants to be asked, for all
 * operators: how it was done, where others may defend themselves or stop an attack with it; who it
 * was, where an attack is to be stopped and an operator holds the report. It asks for what some
 * operator lacks. A yes permits that to all operators.
 */
final class NaiveConsents {
  private static final String METHOD = "method";
  private static final String IDENTITY = "identity";
  private static final String STOP = "stop";

  /** Aims for which nothing of a report goes unless one of these parts does. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of("defend", Set.of(METHOD, IDENTITY, "damage"), STOP, Set.of(METHOD, IDENTITY));

  private final World world;
  private final Map<String, PortalDeed.Told> told = new LinkedHashMap<>();
  private final List<PortalDeed.Permitted> given = new ArrayList<>();
  private final List<PortalDeed.Permitted> live = new ArrayList<>();
  private final Map<Question, String> questions = new LinkedHashMap<>();
  private final List<String> unsure = new ArrayList<>();

  /** A question to whoever told a report. */
  record Question(String report, String part, String aim) {}

  private NaiveConsents(World world) {
    this.world = world;
  }

  /** Of everything that has happened in a world. */
  static NaiveConsents of(World world) {
    NaiveConsents consents = new NaiveConsents(world);
    for (Deed deed : world.deeds()) {
      switch (deed) {
        case PortalDeed.Told each -> consents.told.put(each.report(), each);
        case PortalDeed.Permitted each -> consents.give(each);
        case PortalDeed.Withdrew each ->
            consents.live.removeIf(one -> one.report().equals(each.report()));
        case PortalDeed.Asked ignored -> consents.ask();
        case PortalDeed.Replied each -> consents.reply(each);
        default -> {
          // Gives nothing and asks nothing of a customer.
        }
      }
    }
    return consents;
  }

  /** Everything that was ever permitted. */
  List<PortalDeed.Permitted> given() {
    return given;
  }

  /** What is permitted still. */
  List<PortalDeed.Permitted> live() {
    return live;
  }

  /** What was asked about a report, each with what came of it. */
  List<String> askedAbout(String report) {
    return questions.entrySet().stream()
        .filter(each -> each.getKey().report().equals(report))
        .map(Map.Entry::toString)
        .toList();
  }

  private void give(PortalDeed.Permitted permitted) {
    given.add(permitted);
    live.add(permitted);
  }

  private void ask() {
    for (PortalDeed.Told each : told.values()) {
      ask(each, METHOD, "defend");
      ask(each, METHOD, STOP);
      if (isOperator(desk(each.by()))) {
        ask(each, IDENTITY, STOP);
      }
    }
  }

  private void ask(PortalDeed.Told report, String part, String aim) {
    boolean lacking =
        world.parties().stream()
            .map(World.Party::id)
            .filter(id -> isOperator(id) && !id.equals(desk(report.by())))
            .anyMatch(id -> !has(id, report, part, aim) && isWorthAsking(id, report, aim));
    if (report.asking() && lacking) {
      questions.putIfAbsent(new Question(report.report(), part, aim), "open");
    }
  }

  /**
   * What an organisation told the hub itself has no holder who let it go beforehand: as long as it
   * permits nothing for that aim, nothing is weighed part by part, and nobody asks.
   */
  private boolean isWorthAsking(String member, PortalDeed.Told report, String aim) {
    return !desk(report.by()).equals(World.OFFICE)
        || NEEDED.getOrDefault(aim, Set.of()).stream()
            .anyMatch(part -> has(member, report, part, aim));
  }

  private boolean has(String member, PortalDeed.Told report, String part, String aim) {
    return live.stream()
        .anyMatch(each ->
            each.report().equals(report.report())
                && each.parts().contains(part)
                && each.aims().contains(aim)
                && reaches(each, member));
  }

  private void reply(PortalDeed.Replied reply) {
    Question question = new Question(reply.report(), reply.part(), reply.aim());
    if (!"open".equals(questions.get(question))) {
      if (reply.yes() && !questions.containsKey(question) && wantsToBeAsked(reply.report())) {
        unsure.add(reply + " of " + told.get(reply.report()));
      }
      return;
    }
    questions.put(question, reply.yes() ? "yes" : "no");
    if (reply.yes()) {
      give(
          new PortalDeed.Permitted(
              reply.at(),
              reply.by(),
              reply.report(),
              Set.of(reply.part()),
              Set.of(reply.aim()),
              Set.of(PortalMaker.OPERATORS)));
    }
  }

  private boolean wantsToBeAsked(String report) {
    return told.containsKey(report) && told.get(report).asking();
  }

  /**
   * Answers to questions of which this reference does not know that they were put: which of what
   * the office holds is weighed part by part is worked out too simply here. Whether they let
   * anything go is left open, so that worlds which differ in one, or in what it is about, count as
   * different.
   */
  List<String> unsure() {
    return unsure;
  }

  /** Whether somebody is among those to whom something was permitted. */
  boolean reaches(PortalDeed.Permitted permitted, String member) {
    return permitted.to().contains(member)
        || permitted.to().contains(PortalMaker.OPERATORS) && isOperator(member);
  }

  private boolean isOperator(String member) {
    return world.parties().stream()
        .anyMatch(
            party -> party.id().equals(member) && !NaivePortal.LOOKERS.contains(party.kind()));
  }

  /** Who let a customer in. */
  String desk(String customer) {
    for (Deed deed : world.deeds()) {
      if (deed instanceof PortalDeed.Welcomed in && in.customer().equals(customer)) {
        return in.by();
      }
    }
    return "";
  }
}

package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import tenbin.nouns.net.Prefix;

/**
 * What a member, or a customer, may know of what customers told and permitted and of what members
 * adopted, worked out the simple way. Where a thing may be seen by its time alone, its time is in
 * it.
 */
final class NaivePortal {
  static final Set<String> LOOKERS = Set.of("observer", "secretariat");

  private final World world;
  private final NaiveConsents consents;

  /** Of a world with everything that has happened so far. */
  NaivePortal(World world) {
    this.world = world;
    this.consents = NaiveConsents.of(world);
  }

  /**
   * What a member may know.
   *
   * @param agreed whether it has an agreement with somebody for a purpose
   */
  List<String> of(String member, BiPredicate<String, String> agreed) {
    List<String> lines = new ArrayList<>(consents.unsure());
    for (Deed deed : world.deeds()) {
      switch (deed) {
        case PortalDeed.Told told -> lines.addAll(told(told, member));
        case PortalDeed.Withdrew gone when concerns(gone, member) -> lines.add(gone.toString());
        case PortalDeed.Adopted adopted when agreed.test(adopted.by(), "P14") ->
            lines.add(adopted.toString());
        case PortalDeed.Left left when agreed.test(left.by(), "P14") -> lines.add(left.toString());
        case PortalDeed.Released released when released.to().contains(member) ->
            lines.add(released.toString());
        default -> {
          // The rest is its own deed, or nothing that it may know.
        }
      }
    }
    return lines;
  }

  /** A report as far as somebody may know it: of its desk's customers everything. */
  private List<String> told(PortalDeed.Told told, String member) {
    List<String> lines = new ArrayList<>();
    if (desk(told.by()).equals(member)) {
      lines.add(told.toString());
      lines.addAll(consents.askedAbout(told.report()));
    }
    for (PortalDeed.Permitted given : consents.live()) {
      if (given.report().equals(told.report()) && covers(given, told, member)) {
        lines.add(permitted(told, given));
      }
    }
    return lines;
  }

  private static String permitted(PortalDeed.Told told, PortalDeed.Permitted given) {
    return "of "
        + told.report()
        // Since when it may be told is a part of its ground's name.
        + given.at()
        + told.marking()
        + sorted(given.aims())
        + sorted(given.parts())
        + (given.parts().contains("method") ? told.server() : "")
        + (given.parts().contains("identity") ? told.by() : "")
        + (given.parts().contains("damage") ? told.damage() : "");
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private boolean covers(PortalDeed.Permitted given, PortalDeed.Told told, String member) {
    return desk(told.by()).equals(member) || consents.reaches(given, member);
  }

  private boolean concerns(PortalDeed.Withdrew gone, String member) {
    return world.deeds().stream()
        .anyMatch(deed ->
            deed instanceof PortalDeed.Told told
                && told.report().equals(gone.report())
                && isCovered(told, member));
  }

  /** Whether a member ever had something of a report. */
  private boolean isCovered(PortalDeed.Told told, String member) {
    return desk(told.by()).equals(member)
        || consents.given().stream()
            .anyMatch(given -> given.report().equals(told.report()) && covers(given, told, member));
  }

  /** How many reports the recipient may know something of, to defend itself, in the end. */
  static int incidents(World world) {
    NaivePortal end = new NaivePortal(world);
    return (int)
        Mutation.all(world, PortalDeed.Told.class).stream()
            .filter(told -> end.isToldToDefend(told, World.RECIPIENT))
            .count();
  }

  private boolean isToldToDefend(PortalDeed.Told told, String member) {
    return desk(told.by()).equals(member)
        || consents.live().stream()
            .anyMatch(given ->
                given.report().equals(told.report())
                    && given.aims().contains("defend")
                    && consents.reaches(given, member));
  }

  private String desk(String customer) {
    return consents.desk(customer);
  }

  /** What a customer may know: its own deeds, and who read what it told. */
  static List<String> customer(World world, String customer) {
    List<String> lines = new ArrayList<>();
    List<Deed> past = new ArrayList<>();
    for (Deed deed : world.deeds()) {
      past.add(deed);
      boolean its =
          deed.by().equals(customer)
              || deed instanceof PortalDeed.Welcomed in && in.customer().equals(customer);
      if (its) {
        lines.add(deed.toString());
      }
      if (deed instanceof PortalDeed.Networked taken && isInside(world, taken, customer)) {
        lines.add("not its own: " + taken);
      }
      if (deed instanceof PortalDeed.Fetched read
          && new NaivePortal(world.withDeeds(past)).reads(read, customer)) {
        lines.add(read.toString());
      }
      boolean names =
          deed instanceof PortalDeed.Adopted adopted && adopted.clause().equals("clause/names")
              || deed instanceof PortalDeed.Left left && left.clause().equals("clause/names");
      if (names) {
        lines.add(deed + " " + world.party(deed.by()).name());
      }
    }
    NaivePortal end = new NaivePortal(Naive.asked(world));
    lines.addAll(end.counts(customer));
    Mutation.all(world, PortalDeed.Told.class).stream()
        .filter(told -> told.by().equals(customer))
        .forEach(told -> lines.addAll(end.consents.askedAbout(told.report())));
    return lines;
  }

  /**
   * Whether the secretariat gives a part of a customer's network to another one: its statement is
   * of what is left.
   */
  private static boolean isInside(World world, PortalDeed.Networked taken, String customer) {
    return taken.by().equals(World.OFFICE)
        && !taken.customer().equals(customer)
        && Mutation.all(world, PortalDeed.Networked.class).stream()
            .filter(each -> each.customer().equals(customer))
            .map(each -> Prefix.parse(each.prefix()))
            .anyMatch(own ->
                own.contains(Prefix.parse(taken.prefix()))
                    && !own.equals(Prefix.parse(taken.prefix())));
  }

  private boolean reads(PortalDeed.Fetched read, String customer) {
    return read.path().contains("incidents")
        && hasProgram(read.by())
        && world.deeds().stream()
            .anyMatch(deed ->
                deed instanceof PortalDeed.Told told
                    && told.by().equals(customer)
                    && isCovered(told, read.by()));
  }

  /** Who has no token fetches nothing. */
  private boolean hasProgram(String member) {
    return world.deeds().stream()
        .anyMatch(deed -> deed instanceof Deed.Minted minted && minted.by().equals(member));
  }

  /** To whom something goes that a customer permits to all: a declared aggregate. */
  private List<String> counts(String customer) {
    boolean wide =
        consents.given().stream()
            .anyMatch(
                given -> given.by().equals(customer) && given.to().contains(PortalMaker.OPERATORS));
    return wide
        ? List.of("operators " + world.parties().stream().map(World.Party::kind).sorted().toList())
        : List.of();
  }
}

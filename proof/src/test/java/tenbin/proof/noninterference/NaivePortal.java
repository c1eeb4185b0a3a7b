package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What a member, or a customer, may know of what customers told and permitted and of what members
 * adopted, worked out the simple way. Where a thing may be seen by its time alone, its time is in
 * it.
 *
 * @param world with everything that has happened so far
 */
record NaivePortal(World world) {
  private static final Set<String> LOOKERS = Set.of("observer", "secretariat");

  /**
   * What a member may know.
   *
   * @param agreed whether it has an agreement with somebody for a purpose
   */
  List<String> of(String member, BiPredicate<String, String> agreed) {
    List<String> lines = new ArrayList<>();
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
    }
    for (Deed deed : world.deeds()) {
      switch (deed) {
        case PortalDeed.Permitted given
            when given.report().equals(told.report())
                && lives(given)
                && covers(given, told, member) ->
            lines.add(permitted(told, given));
        case PortalDeed.Replied reply
            when reply.by().equals(told.by())
                && (desk(told.by()).equals(member) || reply.yes() && isOperator(member)) ->
            lines.add(reply + " " + told);
        default -> {
          // About something else.
        }
      }
    }
    return lines;
  }

  private static String permitted(PortalDeed.Told told, PortalDeed.Permitted given) {
    return "of "
        + told.report()
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

  private boolean lives(PortalDeed.Permitted given) {
    return world.deeds().stream()
        .noneMatch(deed ->
            deed instanceof PortalDeed.Withdrew gone
                && gone.report().equals(given.report())
                && !gone.at().isBefore(given.at()));
  }

  private boolean covers(PortalDeed.Permitted given, PortalDeed.Told told, String member) {
    return desk(told.by()).equals(member)
        || given.to().contains(member)
        || given.to().contains(PortalMaker.OPERATORS) && isOperator(member);
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
        || world.deeds().stream()
            .anyMatch(deed ->
                deed instanceof PortalDeed.Permitted given
                    && given.report().equals(told.report())
                    && covers(given, told, member));
  }

  private boolean isOperator(String member) {
    return world.parties().stream()
        .anyMatch(party -> party.id().equals(member) && !LOOKERS.contains(party.kind()));
  }

  /** Who let a customer in. */
  private String desk(String customer) {
    for (Deed deed : world.deeds()) {
      if (deed instanceof PortalDeed.Welcomed in && in.customer().equals(customer)) {
        return in.by();
      }
    }
    return "";
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
    lines.addAll(new NaivePortal(world).counts(customer));
    return lines;
  }

  private boolean reads(PortalDeed.Fetched read, String customer) {
    return read.path().contains("incidents")
        && world.deeds().stream()
            .anyMatch(deed ->
                deed instanceof PortalDeed.Told told
                    && told.by().equals(customer)
                    && isCovered(told, read.by()));
  }

  /** To whom something goes that a customer permits to all: a declared aggregate. */
  private List<String> counts(String customer) {
    boolean wide =
        world.deeds().stream()
            .anyMatch(deed ->
                deed instanceof PortalDeed.Permitted given
                    && given.by().equals(customer)
                    && given.to().contains(PortalMaker.OPERATORS));
    return wide
        ? List.of("operators " + world.parties().stream().map(World.Party::kind).sorted().toList())
        : List.of();
  }
}

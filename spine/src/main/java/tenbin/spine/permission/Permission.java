package tenbin.spine.permission;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;

/**
 * What an organisation permits for one report: which parts, what for, to whom, until when. Each
 * list is closed.
 *
 * @param parts of the report
 * @param aims what for
 * @param recipients names of classes ("class:operator") and of members
 * @param until from when on no longer
 */
public record Permission(Set<Part> parts, Set<Aim> aims, Set<String> recipients, Instant until) {
  /** Every member of the circle that answers for a network. */
  public static final String EVERY_OPERATOR = "class:operator";

  /** Those who run the hub. */
  public static final String SECRETARIAT = "class:secretariat";

  /** A part of a report, in words that somebody outside understands. */
  public enum Part {
    /** How it was done. */
    METHOD(Category.C1),
    /** Single connections: only to members that are named. */
    CONNECTIONS(Category.C2),
    /** Who we are. */
    IDENTITY(Category.C5),
    /** What it did to us. */
    DAMAGE(Category.C6),
    /** What we did. */
    RESPONSE(Category.C7);

    private final Category category;

    Part(Category category) {
      this.category = category;
    }

    public Category category() {
      return category;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> tryParse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** What for, in words that somebody outside understands: a part of the closed list. */
  public enum Aim {
    /** Look whether the same happens to them or their customers, and shut it out. */
    DEFEND(Purpose.INFORM_AND_DEFEND),
    /** Find the servers by which it is commanded. */
    DETECT(Purpose.DETECT_COMMAND_SERVERS),
    /** Stop an attack that is going on, together with us. */
    STOP(Purpose.JOINT_MITIGATION_NOW);

    private final Purpose purpose;

    Aim(Purpose purpose) {
      this.purpose = purpose;
    }

    public Purpose purpose() {
      return purpose;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Aim> tryParse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public static Optional<Aim> of(Purpose purpose) {
      return Arrays.stream(values()).filter(each -> each.purpose == purpose).findFirst();
    }
  }

  public Permission {
    parts = Set.copyOf(parts);
    aims = Set.copyOf(aims);
    recipients = Set.copyOf(recipients);
    if (parts.isEmpty() || aims.isEmpty() || recipients.isEmpty()) {
      throw new IllegalArgumentException("permits nothing to anybody");
    }
  }

  Set<Category> categories() {
    Set<Category> all = EnumSet.noneOf(Category.class);
    parts.forEach(each -> all.add(each.category));
    return all;
  }

  Set<Purpose> purposes() {
    Set<Purpose> all = EnumSet.noneOf(Purpose.class);
    aims.forEach(each -> all.add(each.purpose));
    return all;
  }

  List<String> sortedRecipients() {
    return List.copyOf(new TreeSet<>(recipients));
  }

  /** All of it in one line, the same for the same permission. */
  String words() {
    return new TreeSet<>(parts)
        + " "
        + new TreeSet<>(aims)
        + " "
        + new TreeSet<>(recipients)
        + " "
        + until;
  }
}

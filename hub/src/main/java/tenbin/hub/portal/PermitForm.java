package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.spine.permission.Permission;

/**
 * Who may know it for what, as it came from a form.
 *
 * @param parts words of parts
 * @param aims words of aims
 * @param recipients classes and members
 * @param until the last day, as typed
 */
public record PermitForm(
    Set<String> parts, Set<String> aims, Set<String> recipients, String until) {
  /** Longer than that nobody remembers what was permitted. */
  static final Period LONGEST = Period.ofYears(2);

  static final Period USUAL = Period.ofYears(1);

  /** Nothing ticked: a form that is sent as it came tells nobody. */
  static PermitForm empty(LocalDate today) {
    return new PermitForm(Set.of(), Set.of(), Set.of(), today.plus(USUAL).toString());
  }

  static PermitForm of(HttpServletRequest request) {
    return new PermitForm(
        all(request, "part"),
        all(request, "aim"),
        all(request, "to"),
        Optional.ofNullable(request.getParameter("until")).orElse(""));
  }

  private static Set<String> all(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? Set.of() : new LinkedHashSet<>(List.of(values));
  }

  /** Whether anything at all is to be permitted. */
  boolean isEmpty() {
    return parts.isEmpty() && aims.isEmpty() && recipients.isEmpty();
  }

  /** What reading a form gives. */
  sealed interface Read {
    record Good(Permission permission) implements Read {}

    /** The word of what is wrong: "permit.wrong." and this. */
    record Wrong(String word) implements Read {}
  }

  /**
   * Reads it.
   *
   * @param offered whom a form offered: nobody else can be named
   */
  Read read(Set<String> offered, Instant now, ZoneId zone) {
    Set<Permission.Part> permitted = EnumSet.noneOf(Permission.Part.class);
    parts.forEach(word -> Permission.Part.tryParse(word).ifPresent(permitted::add));
    Set<Permission.Aim> meant = EnumSet.noneOf(Permission.Aim.class);
    aims.forEach(word -> Permission.Aim.tryParse(word).ifPresent(meant::add));
    if (permitted.isEmpty()) {
      return new Read.Wrong("parts");
    }
    if (meant.isEmpty()) {
      return new Read.Wrong("aims");
    }
    if (recipients.isEmpty() || !offered.containsAll(recipients)) {
      return new Read.Wrong("recipients");
    }
    Optional<Instant> end = end(until, now, zone);
    return end.<Read>map(each -> new Read.Good(new Permission(permitted, meant, recipients, each)))
        .orElseGet(() -> new Read.Wrong("until"));
  }

  /** Through the last day, in the reader's zone. */
  static Optional<Instant> end(String until, Instant now, ZoneId zone) {
    try {
      LocalDate last = LocalDate.parse(until);
      Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
      LocalDate most = LocalDate.ofInstant(now, zone).plus(LONGEST);
      return end.isAfter(now) && !last.isAfter(most) ? Optional.of(end) : Optional.empty();
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /** For templates. */
  public boolean has(String kind, String word) {
    return switch (kind) {
      case "part" -> parts.contains(word);
      case "aim" -> aims.contains(word);
      default -> recipients.contains(word);
    };
  }

  /** Every part, for templates; what is most often permitted first. */
  public List<String> partWords() {
    return Arrays.stream(Permission.Part.values()).map(Permission.Part::word).toList();
  }

  /** Every aim, for templates. */
  public List<String> aimWords() {
    return Arrays.stream(Permission.Aim.values()).map(Permission.Aim::word).toList();
  }
}

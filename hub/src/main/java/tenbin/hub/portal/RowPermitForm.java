package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenbin.spine.permission.RowPermission;

/**
 * Who may get what of rows, as it came from a form.
 *
 * @param parts words of parts
 * @param recipients as the form offers them
 * @param until the last day, as typed
 */
public record RowPermitForm(Set<String> parts, Set<String> recipients, String until) {
  /** Nothing ticked: a form that is sent as it came permits nothing. */
  static RowPermitForm empty(LocalDate today) {
    return new RowPermitForm(Set.of(), Set.of(), today.plus(PermitForm.USUAL).toString());
  }

  static RowPermitForm of(HttpServletRequest request) {
    PermitForm form = PermitForm.of(request);
    return new RowPermitForm(form.parts(), form.recipients(), form.until());
  }

  /** What reading a form gives. */
  sealed interface Read {
    record Good(RowPermission permission) implements Read {}

    /** The word of what is wrong: "permit.wrong." and this. */
    record Wrong(String word) implements Read {}
  }

  /**
   * Reads it.
   *
   * @param offered whom the form offered: nobody else can be named
   */
  Read read(Set<String> offered, Instant now, ZoneId zone) {
    Set<RowPermission.Part> permitted = EnumSet.noneOf(RowPermission.Part.class);
    parts.forEach(word -> RowPermission.Part.tryParse(word).ifPresent(permitted::add));
    if (permitted.isEmpty()) {
      return new Read.Wrong("parts");
    }
    if (recipients.isEmpty() || !offered.containsAll(recipients)) {
      return new Read.Wrong("recipients");
    }
    return PermitForm.end(until, now, zone)
        .<Read>map(end -> new Read.Good(new RowPermission(permitted, recipients, end)))
        .orElseGet(() -> new Read.Wrong("until"));
  }

  /** For templates. */
  public boolean has(String kind, String word) {
    return (kind.equals("part") ? parts : recipients).contains(word);
  }

  /** Every part, for templates. */
  public List<String> partWords() {
    return Arrays.stream(RowPermission.Part.values()).map(RowPermission.Part::word).toList();
  }
}

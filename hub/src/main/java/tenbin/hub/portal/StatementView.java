package tenbin.hub.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentField;
import tenbin.spine.ledger.evidence.StatementEntry;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.permission.RowPermission;
import tenbin.spine.portal.Customer;

/** A statement's entries in the words of the organisation that reads them, the newest first. */
final class StatementView {
  private final Customer customer;
  private final List<ConsentDesk.Given> given;
  private final Map<String, Boolean> live;
  private final Set<UUID> reports;
  private final Whom whom;
  private final Whom.Named named;
  private final Locale locale;

  /**
   * A view for one organisation.
   *
   * @param given its consents about reports
   * @param live all of its consents by their ids, and whether they open anything
   * @param reports those of its reports that are still kept
   * @param named whose names it may know
   */
  StatementView(
      Customer customer,
      List<ConsentDesk.Given> given,
      Map<String, Boolean> live,
      Set<UUID> reports,
      Whom whom,
      Whom.Named named,
      Locale locale) {
    this.customer = customer;
    this.given = given;
    this.live = live;
    this.reports = reports;
    this.whom = whom;
    this.named = named;
    this.locale = locale;
  }

  /**
   * Something that left, once or several times, or what became of it.
   *
   * @param reports its own reports that it was of, as far as they are still kept
   * @param aim the word of what for; "own" for what its holder looked at
   * @param ground "given", "withdrawn", "holder", "other"
   * @param bases the ids of the grounds, as the ledger has them
   * @param became what became of it; empty for something that left
   */
  public record Line(
      List<UUID> reports,
      String to,
      String aim,
      List<String> fields,
      String outlet,
      String ground,
      List<String> bases,
      Instant firstAt,
      Instant lastAt,
      long times,
      Optional<Sequel> became) {
    private Line again(Instant at) {
      return new Line(
          reports, to, aim, fields, outlet, ground, bases, at, lastAt, times + 1, became);
    }
  }

  /** What became of deliveries, with times as times. */
  public record Sequel(
      String word,
      long deliveries,
      Instant first,
      Instant last,
      Optional<Instant> until,
      List<String> restsOn) {}

  /** How often the organisation itself looked, from when to when. */
  public record Looks(long times, Instant first, Instant last) {}

  /** All but its own looks; what left again in the same way is one line. */
  List<Line> lines(List<StatementEntry> entries) {
    Map<StatementEntry, Line> lines = new LinkedHashMap<>();
    for (StatementEntry entry : entries.reversed()) {
      if (!isOwnLook(entry)) {
        lines.merge(alike(entry), line(entry), (line, same) -> line.again(same.firstAt));
      }
    }
    return new ArrayList<>(lines.values());
  }

  Optional<Looks> ownLooks(List<StatementEntry> entries) {
    List<Instant> times =
        entries.stream().filter(this::isOwnLook).map(StatementEntry::at).sorted().toList();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(new Looks(times.size(), times.getFirst(), times.getLast()));
  }

  private boolean isOwnLook(StatementEntry entry) {
    return entry.sequel().isEmpty() && entry.recipient().equals(customer.id().text());
  }

  /** Entries that differ in nothing but time and number are alike; each sequel is its own. */
  private static StatementEntry alike(StatementEntry entry) {
    return new StatementEntry(
        entry.sequel().isPresent() ? entry.at() : Instant.EPOCH,
        entry.recipient(),
        entry.purpose(),
        entry.outlet(),
        0,
        entry.fields(),
        entry.bases(),
        entry.obligations(),
        entry.reports(),
        entry.sequel());
  }

  private Line line(StatementEntry entry) {
    List<String> bases =
        entry.sequel().map(sequel -> List.of(sequel.basis())).orElseGet(entry::bases);
    return new Line(
        reportsOf(entry, bases),
        whom.recipient(entry.recipient(), named, locale),
        aim(entry.purpose()),
        entry.fields().stream().flatMap(StatementView::word).distinct().toList(),
        entry.outlet(),
        ground(bases, entry.recipient()),
        bases,
        entry.at(),
        entry.at(),
        1,
        entry.sequel().map(StatementView::sequel));
  }

  /** Keys of words: of a report each field, of rows each part that a consent could name. */
  private static Stream<String> word(String field) {
    int level = field.lastIndexOf(':');
    String name = level < 0 ? field : field.substring(0, level);
    return IncidentField.ofField(name)
        .map(each -> Stream.of("incident." + each.word()))
        .orElseGet(() ->
            name.equals("class")
                ? Stream.of("rows.part.kind")
                : RowPermission.Part.ofField(name).stream()
                    .map(each -> "rows.part." + each.word()));
  }

  /** Lines of before say it by the consent alone: each is for one report. */
  private List<UUID> reportsOf(StatementEntry entry, List<String> bases) {
    TreeSet<UUID> found = new TreeSet<>();
    for (String each : entry.reports()) {
      found.add(UUID.fromString(each));
    }
    if (found.isEmpty()) {
      given.stream()
          .filter(each -> bases.contains(each.id()))
          .forEach(each -> each.report().ifPresent(found::add));
    }
    found.retainAll(reports);
    return List.copyOf(found);
  }

  private static String aim(String code) {
    Optional<Purpose> purpose = Purpose.tryParse(code);
    return purpose.filter(Purpose.NOTIFY_AFFECTED_CUSTOMER::equals).isPresent()
        ? "notify"
        : purpose.flatMap(Permission.Aim::of).map(Permission.Aim::word).orElse("own");
  }

  private String ground(List<String> bases, String recipient) {
    return bases.stream()
        .filter(live::containsKey)
        .findFirst()
        .map(each -> live.getOrDefault(each, false) ? "given" : "withdrawn")
        .orElse(recipient.equals(customer.desk().text()) ? "holder" : "other");
  }

  private static Sequel sequel(StatementEntry.Sequel sequel) {
    return new Sequel(
        sequel.word(),
        sequel.deliveries(),
        Instant.parse(sequel.first()),
        Instant.parse(sequel.last()),
        sequel.until().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(sequel.until())),
        sequel.restsOn());
  }
}

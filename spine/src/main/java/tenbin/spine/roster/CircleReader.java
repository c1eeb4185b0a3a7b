package tenbin.spine.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Factors;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Retention;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.time.Validity;
import tenbin.spine.yaml.Leaf;
import tenbin.spine.yaml.YamlFaults;
import tools.jackson.databind.JsonNode;

/** Makes a circle of a tree that has passed the schema, and checks what a schema cannot. */
final class CircleReader {
  private final Leaf root;
  private final YamlFaults faults;
  private final List<Member> members = new ArrayList<>();
  private final Map<Claim, Leaf> places = new LinkedHashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();

  private CircleReader(Leaf root, YamlFaults faults) {
    this.root = root;
    this.faults = faults;
  }

  /** The circle, still without its version; empty when anything was wrong. */
  static Optional<Circle> read(JsonNode tree, YamlFaults faults) {
    ZoneId zone = zone(tree, faults);
    return new CircleReader(new Leaf(tree, "", zone, faults), faults).read();
  }

  private static ZoneId zone(JsonNode tree, YamlFaults faults) {
    try {
      return tree.has("zone") ? ZoneId.of(tree.path("zone").asString("")) : ZoneOffset.UTC;
    } catch (DateTimeException unknown) {
      String told = tree.path("zone").asString("");
      faults.unknown("zone", "time zone", told, ZoneId.getAvailableZoneIds());
      return ZoneOffset.UTC;
    }
  }

  private Optional<Circle> read() {
    for (Leaf each : root.list("members")) {
      String id = each.text("id");
      if (!ids.add(id)) {
        each.at("id").fault("there is another member \"" + id + "\" above");
        continue;
      }
      members.add(MemberReader.read(each, places));
    }
    checkSecretariat();
    checkParents();
    List<WorkingGroup> groups = groups();
    List<Agreement> agreements = agreements();
    Retention retention = retention();
    if (faults.any()) {
      return Optional.empty();
    }
    Tlp unmarked = Tlp.tryParse(root.text("unmarked", Tlp.AMBER.label())).orElseThrow();
    Factors signIn = Factors.tryParse(root.text("sign-in", Factors.ONE.word())).orElseThrow();
    return Optional.of(
        new Circle(
            root.text("circle"), "", members, groups, agreements, unmarked, retention, signIn));
  }

  private void checkSecretariat() {
    boolean seen = false;
    for (Leaf each : root.list("members")) {
      boolean is = each.text("class").equals(MemberClass.SECRETARIAT.word());
      if (is && seen) {
        each.at("class").fault("a circle has one secretariat");
      }
      seen |= is;
    }
  }

  private void checkParents() {
    ClaimIndex index = ClaimIndex.ofMembers(members);
    places.forEach((claim, at) -> {
      if (claim.means() != Claim.Means.DECLARED && !index.hasParent(claim)) {
        at.fault("lies inside no other member's network at that time: " + claim.network());
      }
    });
  }

  private List<WorkingGroup> groups() {
    List<WorkingGroup> groups = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Leaf at : root.list("working-groups")) {
      requireNew(at, seen);
      period(at, "retention")
          .ifPresent(retention ->
              groups.add(
                  new WorkingGroup(
                      at.text("id"),
                      at.text("name"),
                      at.text("name-ja", at.text("name")),
                      at.text("purpose"),
                      isAll(at, "members"),
                      isAll(at, "members") ? Set.of() : memberIds(at, "members"),
                      retention,
                      WorkingGroup.Observers.tryParse(at.text("observers", "headings"))
                          .orElseThrow())));
    }
    return groups;
  }

  private Retention retention() {
    if (!root.has("retention")) {
      return Retention.USUAL;
    }
    Leaf at = root.at("retention");
    return new Retention(
        period(at, "raw", Retention.USUAL.raw()),
        period(at, "rows", Retention.USUAL.rows()),
        period(at, "deliveries", Retention.USUAL.deliveries()),
        period(at, "cases", Retention.USUAL.cases()),
        at.text("hold", ""));
  }

  private static Period period(Leaf at, String key, Period usual) {
    return at.has(key) ? period(at, key).orElse(usual) : usual;
  }

  private static Optional<Period> period(Leaf at, String key) {
    try {
      Period period = Period.parse(at.text(key));
      if (!period.isZero() && !period.isNegative()) {
        return Optional.of(period);
      }
    } catch (DateTimeException wrong) {
      // Told below, as an empty period is.
    }
    at.at(key).fault("not a period such as P90D: \"" + at.text(key) + "\"");
    return Optional.empty();
  }

  private List<Agreement> agreements() {
    List<Agreement> agreements = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Leaf at : root.list("agreements")) {
      requireNew(at, seen);
      Optional<Instant> signed = at.time("date");
      if (!at.has("from") && signed.isEmpty()) {
        at.fault("says neither from when it holds nor its date");
      }
      Validity validity = at.validity("from", signed.orElse(Instant.MIN), "to", Instant.MAX);
      if (at.text("evidence").isBlank()) {
        at.at("evidence").fault("an agreement says where its signed text lies");
        continue;
      }
      agreements.add(
          new Agreement(
              at.text("id"),
              at.text("title"),
              purposes(at),
              categories(at),
              signers(at),
              validity,
              at.text("evidence")));
    }
    return agreements;
  }

  private static void requireNew(Leaf at, Set<String> seen) {
    if (!seen.add(at.text("id"))) {
      at.at("id").fault("there is another \"" + at.text("id") + "\" above");
    }
  }

  private Set<Purpose> purposes(Leaf at) {
    Set<Purpose> purposes = new LinkedHashSet<>();
    for (Leaf each : at.list("purposes")) {
      Optional<Purpose> known = Purpose.tryParse(each.text());
      known.ifPresent(purposes::add);
      if (known.isEmpty()) {
        List<String> words = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
          words.add(purpose.code());
          words.add(purpose.word());
        }
        faults.unknown(each.path(), "purpose", each.text(), words);
      }
    }
    return purposes;
  }

  private static Set<Category> categories(Leaf at) {
    Set<Category> categories = new LinkedHashSet<>();
    at.list("categories").forEach(each -> categories.add(Category.valueOf(each.text())));
    return categories;
  }

  private Set<MemberId> signers(Leaf at) {
    if (!isAll(at, "signed-by")) {
      return memberIds(at, "signed-by");
    }
    Set<MemberId> all = new LinkedHashSet<>();
    members.forEach(member -> all.add(member.id()));
    return all;
  }

  /** Whether "all" stands there, and no list; the schema knows nothing else. */
  private static boolean isAll(Leaf at, String key) {
    return !at.node().path(key).isArray();
  }

  private Set<MemberId> memberIds(Leaf at, String key) {
    Set<MemberId> found = new LinkedHashSet<>();
    for (Leaf each : at.list(key)) {
      if (!ids.contains(each.text())) {
        faults.unknown(each.path(), "member", each.text(), ids);
      } else if (!found.add(new MemberId(each.text()))) {
        each.fault("stands here twice: " + each.text());
      }
    }
    return found;
  }
}

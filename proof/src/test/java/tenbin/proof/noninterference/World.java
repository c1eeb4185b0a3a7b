package tenbin.proof.noninterference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A circle and everything that happened in it.
 *
 * @param base the hour at which it begins
 * @param parties in the order of the circle file
 * @param papers the agreements
 * @param groups the working groups
 * @param deeds in the order in which they happened
 */
record World(
    Instant base, List<Party> parties, List<Paper> papers, List<Group> groups, List<Deed> deeds) {
  /** The member through whose eyes two worlds are compared. */
  static final String RECIPIENT = "asagiri";

  /** The working group of every world; the recipient takes part. */
  static final String WORKING_GROUP = "abuse-wg";

  /** The working group that sees all incidents of routes; the recipient is in it now and then. */
  static final String ROUTES_GROUP = "routing-wg";

  static final String OFFICE = "office";

  /** Who else may be in a circle from the beginning. */
  static final List<String> NAMES =
      List.of("botan", "chidori", "dango", "enoki", "fuji", "ginkgo", "hotaru", "inari");

  /** The recipient's customer, through whose eyes they are compared as well. */
  static final String CUSTOMER = "sakura";

  /** What lies beside every circle file. */
  static final String POLICY =
      """
      policy: Model clauses of a pair
      zone: Asia/Tokyo
      packs: [core]
      bases:
        - id: clause/cleaned
          title: Whether the machine was cleaned
          kind: adopted-clause
          opens: [K, H]
          categories: [C0, C7]
          purposes: [P8]
          recipients: [class:member]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2090-01-01
          evidence: drawer 1
        - id: clause/learnt
          title: How it was done
          kind: adopted-clause
          opens: [K, H]
          categories: [C1]
          purposes: [P8]
          recipients: [class:member]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2090-01-01
          evidence: drawer 2
        - id: clause/names
          title: Customers may know our name
          kind: adopted-clause
          opens: [H]
          categories: [CD]
          fields: [member.name]
          purposes: [P16]
          recipients: [anybody]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2090-01-01
          evidence: drawer 3
        - id: clause/rows
          title: Rows to whoever is responsible
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2090-01-01
          evidence: drawer 4
        - id: clause/routes
          title: What our routers saw, without telling that it was ours
          kind: adopted-clause
          opens: [H]
          categories: [C0, CR]
          purposes: [P5]
          recipients: [class:member]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2090-01-01
          evidence: drawer 5
      asks:
        - id: ask-holder-rows
          gate: H
          categories: [C0, C1]
          purposes: [P1]
          recipients: [responsible]
          whom: holder
      """;

  World {
    parties = List.copyOf(parties);
    papers = List.copyOf(papers);
    groups = List.copyOf(groups);
    deeds = List.copyOf(deeds);
  }

  /**
   * A member.
   *
   * @param blocks what it claims
   * @param mails of its contacts
   */
  record Party(String id, String name, String kind, List<String> blocks, List<String> mails) {}

  /** An agreement. */
  record Paper(
      String id,
      String title,
      List<String> purposes,
      List<String> categories,
      Set<String> signers,
      Instant from,
      Instant to) {
    boolean holdsAt(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }

    boolean joins(String one, String other, String purpose, Instant at) {
      return signers.contains(one)
          && signers.contains(other)
          && purposes.contains(purpose)
          && holdsAt(at);
    }
  }

  /** A working group. */
  record Group(String id, String name, Set<String> members) {}

  Party party(String id) {
    return parties.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** Every line of every report. */
  List<Row> rows() {
    return deeds.stream()
        .filter(Deed.Sent.class::isInstance)
        .flatMap(deed -> ((Deed.Sent) deed).rows().stream())
        .toList();
  }

  /** The reports that the hub took: what somebody sends again, byte for byte, it has already. */
  List<Deed.Sent> reports() {
    Set<List<Object>> taken = new HashSet<>();
    return deeds.stream()
        .filter(Deed.Sent.class::isInstance)
        .map(Deed.Sent.class::cast)
        .filter(each -> taken.add(List.of(each.by(), each.rows())))
        .toList();
  }

  /** The AS of a member that was there from the beginning; 0 of every other. */
  static long asn(String member) {
    return member.equals(RECIPIENT)
        ? 64_499
        : NAMES.contains(member) ? 64_500 + NAMES.indexOf(member) : 0;
  }

  /** When everything has happened, and the recipient looks. */
  Instant end() {
    return base.plusSeconds(WorldMaker.LENGTH_SECONDS);
  }

  World withParties(List<Party> others) {
    return new World(base, others, papers, groups, deeds);
  }

  World withPapers(List<Paper> others) {
    return new World(base, parties, others, groups, deeds);
  }

  World withDeeds(List<Deed> others) {
    List<Deed> sorted = new ArrayList<>(others);
    sorted.sort(Comparator.comparing(Deed::at));
    return new World(base, parties, papers, groups, sorted);
  }

  World with(Deed deed) {
    List<Deed> more = new ArrayList<>(deeds);
    more.add(deed);
    return withDeeds(more);
  }

  /** The circle file. */
  String yaml() {
    StringBuilder text = new StringBuilder("circle: Pair Circle\nzone: Asia/Tokyo\nmembers:\n");
    parties.forEach(each -> text.append(yaml(each)));
    text.append("working-groups:\n");
    groups.forEach(each ->
        text.append("  - id: " + each.id + "\n    name: " + each.name + "\n    name-ja: 部会\n")
            .append("    purpose: " + each.name + "\n    members: " + list(each.members))
            .append("\n    retention: P90D\n"));
    text.append("agreements:\n");
    papers.forEach(each ->
        text.append("  - id: " + each.id + "\n    title: " + each.title + "\n    from: ")
            .append(each.from + "\n    to: " + each.to + "\n    purposes: [")
            .append(String.join(", ", each.purposes) + "]\n    categories: [")
            .append(String.join(", ", each.categories) + "]\n    signed-by: ")
            .append(list(each.signers) + "\n    evidence: a drawer\n"));
    return text.toString();
  }

  private static String list(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String yaml(Party each) {
    StringBuilder text =
        new StringBuilder("  - id: " + each.id + "\n    name: " + each.name + "\n")
            .append("    name-ja: " + each.name + "社\n    class: " + each.kind)
            .append("\n    carrier: yes\n    joined: 2020-01-01\n");
    if (!each.blocks.isEmpty()) {
      text.append("    networks:\n      prefixes:\n");
      each.blocks.forEach(block ->
          text.append("        - prefix: " + block + "\n          verified-by: registry\n"));
      if (asn(each.id) > 0) {
        text.append("      asns:\n        - {asn: " + asn(each.id) + ", verified-by: registry}\n");
      }
    }
    if (!each.mails.isEmpty()) {
      text.append("    contacts:\n");
      each.mails.forEach(mail ->
          text.append("      - role: " + (mail.startsWith("board") ? "approver" : "abuse"))
              .append("\n        name: Desk\n        mail: " + mail)
              .append("\n        verified-at: 2025-01-10\n        next-check: 2090-01-10\n"));
    }
    return text.toString();
  }
}

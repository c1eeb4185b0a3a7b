package tenbin.hub.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.WrittenNetwork;
import tenbin.spine.newcomer.proof.Finding;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** What pages and API do about joining and about proofs, the same way. */
public final class JoiningDoor {
  private static final int MOST_LINE = 120;

  private final Joining joining;
  private final Lookups lookups;
  private final Roster roster;
  private final ReportBook reports;
  private final Audit audit;
  private final Clock clock;

  public JoiningDoor(
      Joining joining,
      Lookups lookups,
      Roster roster,
      ReportBook reports,
      Audit audit,
      Clock clock) {
    this.joining = joining;
    this.lookups = lookups;
    this.roster = roster;
    this.reports = reports;
    this.audit = audit;
    this.clock = clock;
  }

  Joining joining() {
    return joining;
  }

  Instant now() {
    return clock.instant();
  }

  Circle circle() {
    return roster.circle();
  }

  Progress progress(Newcomer newcomer) {
    MemberId id = newcomer.id();
    Instant now = clock.instant();
    long[] signatures = {joining.signatures(id).size(), joining.agreements(id).size()};
    return Progress.of(
        newcomer,
        joining.ranges(id),
        signatures,
        joining.contacts(id).size(),
        !reports.reportsOf(id, now.plusSeconds(1), 1).isEmpty(),
        now);
  }

  /** How far the visitor's own organisation is, where it is a newcomer. */
  Optional<Progress> own(Visitor visitor) {
    return joining
        .find(visitor.member())
        .filter(each -> each.stage() != Newcomer.Stage.WITHDRAWN)
        .map(this::progress);
  }

  /** Networks of the visitor's that the circle file names: the secretariat verified them. */
  List<Claim> told(Visitor visitor) {
    List<Network> entered =
        joining.ranges(visitor.member()).stream().map(OwnRange::network).toList();
    return circle().member(visitor.member()).stream()
        .flatMap(each -> each.claims().stream())
        .filter(each -> !entered.contains(each.network()))
        .toList();
  }

  int enter(Visitor visitor, RangeText text) {
    int fresh = joining.enter(visitor.member(), text.networks());
    if (fresh > 0) {
      audit.did(visitor, "enter-networks", String.valueOf(fresh));
    }
    return fresh;
  }

  void forget(Visitor visitor, String network) {
    if (!joining.forget(visitor.member(), own(visitor, network).network())) {
      throw new Problem(409, "counts", "A network that counts is the secretariat's to end.");
    }
    audit.did(visitor, "forget-network", network);
  }

  /** A network that the visitor's member entered. */
  OwnRange own(Visitor visitor, String network) {
    return range(visitor.member(), network);
  }

  /** A network that a member entered; anything else is nothing. */
  OwnRange range(MemberId holder, String network) {
    return WrittenNetwork.tryParse(network)
        .flatMap(each -> joining.range(holder, each))
        .orElseThrow(Problem::absent);
  }

  /** What a check of a network came to, and how the network stands now. */
  record Checked(Finding finding, OwnRange range) {}

  /** Looks whether the mark of the visitor's member lies where it has to. */
  Checked check(Visitor visitor, String network, Lookups.Way way) {
    OwnRange range = own(visitor, network);
    Finding finding = lookups.look(way, range.network(), joining.mark(range.holder()));
    OwnRange now = range;
    if (finding instanceof Finding.Found(String evidence)) {
      now = joining.proved(range, way.method(), evidence);
      audit.did(visitor, "prove-network", network + " " + way.method().word());
      roster.grow();
    }
    return new Checked(finding, now);
  }

  /** Whether this hub can look for marks in a way. */
  boolean asks(Lookups.Way way) {
    return lookups.asks(way);
  }

  /** Signs agreements; says whether the visitor's organisation has joined by that. */
  boolean sign(Visitor visitor, List<String> agreements) {
    boolean joined = joining.sign(visitor.member(), agreements, visitor.actor());
    audit.did(visitor, "sign-agreements", String.join(" ", agreements));
    if (joined) {
      roster.grow();
      audit.did(visitor, "join-circle", visitor.memberText());
    }
    return joined;
  }

  /** Notes that somebody of the visitor's organisation is there. */
  void arrived(Visitor visitor) {
    joining.arrived(visitor.member());
  }

  /** Takes a contact of a newcomer's. */
  void contact(Visitor visitor, String role, String name, String mail, String phone) {
    ContactRole known =
        ContactRole.tryParse(role).orElseThrow(() -> Problem.wrong("No contact has this role."));
    String plain = mail.strip();
    boolean good =
        !name.isBlank()
            && name.length() <= MOST_LINE
            && phone.length() <= MOST_LINE
            && (plain.isEmpty() ? !phone.isBlank() : Invite.isMail(plain));
    if (!good || own(visitor).isEmpty()) {
      throw Problem.wrong("A contact has a name, and a mail address or a telephone number.");
    }
    joining.contact(visitor.member(), known, name.strip(), plain, phone.strip());
    audit.did(visitor, "give-contact", known.word());
    roster.grow();
  }

  /** Has the circle take what changed. */
  void grow() {
    roster.grow();
  }

  /** The first row was seen: nothing is left to do. */
  void sawRow(Visitor visitor) {
    joining.sawRow(visitor.member());
  }
}

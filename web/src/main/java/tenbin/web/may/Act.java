package tenbin.web.may;

import static tenbin.web.signin.Office.ADMINISTRATOR;
import static tenbin.web.signin.Office.ANALYST;
import static tenbin.web.signin.Office.APPROVER;
import static tenbin.web.signin.Office.CUSTOMER_DESK;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tenbin.web.signin.Office;
import tenbin.web.signin.Role;
import tenbin.web.signin.Scope;

/** What somebody does at an address, and whose office it is. The whole matrix stands here. */
public enum Act {
  /** Open to everybody: signing in, the look, the way to the portal. */
  ENTER(Door.OPEN, EnumSet.noneOf(Role.class), EnumSet.noneOf(Office.class)),
  /** For an organisation that came by its signed link; the portal's guard looks at that. */
  PORTAL(Door.LINK, EnumSet.noneOf(Role.class), EnumSet.noneOf(Office.class)),
  /** Only where a hub shows its demo. */
  DEMO(Door.DEMO, EnumSet.noneOf(Role.class), EnumSet.noneOf(Office.class)),
  /** One's own sign-in: password, second factor, sessions. */
  OWN_ACCOUNT(Door.PERSON, circleAndNewcomers(), Office.all()),
  /** Lands after signing in, and sees how far its own organisation is with joining. */
  SETTLE_IN(Door.PERSON, circleAndNewcomers(), Office.all()),
  /** Says which networks are the member's own, and has them checked. */
  PROVE(EnumSet.of(Scope.REPORT), circleAndNewcomers(), EnumSet.of(ADMINISTRATOR)),
  /** Signs the circle's agreements in its organisation's name. */
  SIGN(Door.PERSON, EnumSet.of(Role.NEWCOMER), EnumSet.of(APPROVER)),
  /** Reads what is one's member's: rows, reports, cases, receipts, the circle. */
  READ(EnumSet.of(Scope.PULL), circle(), Office.all()),
  /** Follows what became of one's own reports; reads the ledger's key and head. */
  FOLLOW(EnumSet.allOf(Scope.class), circle(), Office.all()),
  /** Sends reports in the member's name. */
  REPORT(EnumSet.of(Scope.REPORT), circle(), EnumSet.of(ANALYST)),
  /** Answers cases and recalls in the member's name. */
  ANSWER(EnumSet.of(Scope.REPORT), circle(), EnumSet.of(ANALYST)),
  /** Works in a case in the member's name: comments, hand-overs, method, countermeasures, files. */
  WORK_ON_CASES(EnumSet.of(Scope.REPORT), circle(), EnumSet.of(ANALYST, CUSTOMER_DESK)),
  /** Works with other members in groups; says what one's people can do. */
  GATHER(EnumSet.of(Scope.REPORT), circle(), EnumSet.of(ADMINISTRATOR, ANALYST)),
  /** Stands for an office of a group, and votes for its member. A person's own, never a token's. */
  VOTE(Door.PERSON, circle(), EnumSet.of(ADMINISTRATOR, ANALYST)),
  /** Says where the member's rows are sent by themselves. */
  CONFIGURE(EnumSet.of(Scope.PULL), circle(), EnumSet.of(ADMINISTRATOR)),
  /** Makes and ends tokens. A token makes no token. */
  MINT(Door.PERSON, circle(), EnumSet.of(ADMINISTRATOR)),
  /** Says what may leave: answers questions, adopts clauses, releases. */
  APPROVE(Door.PERSON, circle(), EnumSet.of(APPROVER)),
  /** Knows the member's customers and gives them links. */
  SERVE_CUSTOMERS(
      Door.PERSON, EnumSet.of(Role.MEMBER, Role.SECRETARIAT), EnumSet.of(CUSTOMER_DESK)),
  /** Looks after the member's own people. */
  MANAGE_PEOPLE(Door.PERSON, circleAndNewcomers(), EnumSet.of(ADMINISTRATOR)),
  /** Sees how the circle's hub does. */
  WATCH_CIRCLE(EnumSet.of(Scope.PULL), EnumSet.of(Role.SECRETARIAT), Office.all()),
  /** Measures how the circle's hub does. */
  MEASURE(EnumSet.of(Scope.METRICS), EnumSet.of(Role.SECRETARIAT), Office.all()),
  /** Changes the circle: its file, its members' standing, its dead mails. */
  RUN_CIRCLE(EnumSet.of(Scope.REPORT), EnumSet.of(Role.SECRETARIAT), EnumSet.of(ADMINISTRATOR));

  /** How somebody comes to an address. */
  enum Door {
    OPEN,
    LINK,
    DEMO,
    PERSON,
    PERSON_OR_TOKEN
  }

  private final Door door;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Set<Scope> scopes;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Set<Role> roles;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Set<Office> offices;

  Act(Door door, Set<Role> roles, Set<Office> offices) {
    this(door, EnumSet.noneOf(Scope.class), roles, offices);
  }

  Act(Set<Scope> scopes, Set<Role> roles, Set<Office> offices) {
    this(Door.PERSON_OR_TOKEN, scopes, roles, offices);
  }

  Act(Door door, Set<Scope> scopes, Set<Role> roles, Set<Office> offices) {
    this.door = door;
    this.scopes = Set.copyOf(scopes);
    this.roles = Set.copyOf(roles);
    this.offices = Set.copyOf(offices);
  }

  private static Set<Role> circle() {
    return EnumSet.of(Role.MEMBER, Role.OBSERVER, Role.SECRETARIAT);
  }

  private static Set<Role> circleAndNewcomers() {
    return EnumSet.of(Role.MEMBER, Role.OBSERVER, Role.SECRETARIAT, Role.NEWCOMER);
  }

  Door door() {
    return door;
  }

  /** One of these a token needs; none when no token may. */
  public Set<Scope> scopes() {
    return scopes;
  }

  /** What its member has to be in the circle. */
  public Set<Role> roles() {
    return roles;
  }

  /** One of these a person needs. */
  public Set<Office> offices() {
    return offices;
  }

  /** As templates and documents write it: "run-circle". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

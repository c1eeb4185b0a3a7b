package tenbin.spine.asking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.balance.ground.AskRule;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberId;
import tenbin.spine.post.Tokens;

/**
 * Links by which a member's approver answers one question without signing in. Nothing is stored: a
 * link is keyed over its question and the approver's address, and holds until the question is due,
 * as long as the circle names that contact as an approver and it was checked in time. Any thread.
 */
public final class ApproverLinks {
  private static final String USE = "approve";

  private final Tokens tokens;
  private final AskBook tasks;
  private final Supplier<Circle> circle;
  private final Clock clock;

  public ApproverLinks(Tokens tokens, AskBook tasks, Supplier<Circle> circle, Clock clock) {
    this.tokens = tokens;
    this.tasks = tasks;
    this.circle = circle;
    this.clock = clock;
  }

  /**
   * Who came by a link.
   *
   * @param task the one question that it is for
   * @param member in whose name it is answered
   * @param contact whose mailbox the link went to
   */
  public record Approver(AskTask task, MemberId member, Contact contact) {
    /** As audit and task name who answered. */
    public String actor() {
      return "contact:" + contact.mail();
    }
  }

  /** The contacts of a member to whom links go. */
  public List<Contact> approversOf(MemberId member) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return circle.get().member(member).stream()
        .flatMap(each -> each.contacts().stream())
        .filter(contact -> contact.role() == ContactRole.APPROVER && !contact.mail().isEmpty())
        .filter(contact -> !contact.isStaleOn(today))
        .toList();
  }

  /** What stands behind the "#" of a link. */
  public String secret(AskTask task, Contact approver) {
    return task.id() + "." + token(task, approver);
  }

  /** Who comes with a secret; empty where no link with it holds. */
  public Optional<Approver> open(String secret) {
    int dot = secret.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : task(secret.substring(0, dot)).flatMap(task -> open(task, secret.substring(dot + 1)));
  }

  private Optional<Approver> open(AskTask task, String token) {
    MemberId member = new MemberId(task.matter().holder().text());
    return approversOf(member).stream()
        .filter(each -> isSame(token(task, each), token))
        .findFirst()
        .map(each -> new Approver(task, member, each));
  }

  private Optional<AskTask> task(String id) {
    try {
      return tasks
          .find(UUID.fromString(id))
          .filter(task -> task.matter().whom() == AskRule.Whom.HOLDER)
          .filter(task -> clock.instant().isBefore(task.dueAt()));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private String token(AskTask task, Contact approver) {
    return tokens.token(USE, task.id().toString(), approver.mail());
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}

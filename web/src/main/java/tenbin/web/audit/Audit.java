package tenbin.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes one line per act to the log "tenbin.audit": actor, member, act, object. Objects are
 * identities of ours, never what people typed; a person is named by the id that its member's
 * administrators see, never by its login.
 */
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("tenbin.audit");

  private static final String PERSON = "person:";

  /** Of a request: whether a line was written about it. */
  private static final String NOTED = Audit.class.getName() + ".noted";

  /** Of a request: who makes it, where that is no visitor. */
  private static final String ACTOR = Audit.class.getName() + ".actor";

  private final Function<String, Optional<UUID>> idOf;

  /** Knows people's ids by their logins. */
  public Audit(Function<String, Optional<UUID>> idOf) {
    this.idOf = idOf;
  }

  /** Who did it. */
  public interface Actor {
    /** "person:login", "token:id". */
    String actor();

    /** For which member. */
    String memberText();
  }

  /** Somebody did something. */
  public void did(Actor visitor, String act, String object) {
    LOG.info(
        "actor={} member={} act={} object={}",
        named(visitor.actor()),
        visitor.memberText(),
        act,
        object);
    note();
  }

  private String named(String actor) {
    return actor.startsWith(PERSON)
        ? PERSON
            + idOf.apply(actor.substring(PERSON.length())).map(UUID::toString).orElse("unknown")
        : actor;
  }

  /** Something was refused to somebody whom we do not know. */
  public void refused(String act, String why) {
    LOG.info("actor=unknown act={} refused={}", act, why);
    note();
  }

  /** From now on this request is somebody's who is no visitor: a customer, an approver. */
  public static void by(HttpServletRequest request, Actor actor) {
    request.setAttribute(ACTOR, actor);
  }

  /**
   * Something was asked for about which no line was written: its act and what was answered. Of the
   * address the pattern stands there, never what somebody put into it.
   */
  public void asked(HttpServletRequest request, Optional<Actor> visitor, String act, int status) {
    if (request.getAttribute(NOTED) != null) {
      return;
    }
    Optional<Actor> who =
        visitor.or(() -> Optional.ofNullable((Actor) request.getAttribute(ACTOR)));
    LOG.info(
        "actor={} member={} act={} at={} {} answered={}",
        who.map(each -> named(each.actor())).orElse("unknown"),
        who.map(Actor::memberText).orElse("unknown"),
        act,
        request.getMethod(),
        Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
            .map(Object::toString)
            .orElse("-"),
        status);
    request.setAttribute(NOTED, true);
  }

  private static void note() {
    RequestAttributes now = RequestContextHolder.getRequestAttributes();
    if (now != null) {
      now.setAttribute(NOTED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }
}

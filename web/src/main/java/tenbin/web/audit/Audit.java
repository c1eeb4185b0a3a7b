package tenbin.web.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line per act to the log "tenbin.audit": actor, member, act, object. Objects are
 * identities of ours, never what people typed; a person is named by the id that its member's
 * administrators see, never by its login.
 */
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("tenbin.audit");

  private static final String PERSON = "person:";

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
  }
}

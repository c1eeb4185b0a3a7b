package tenbin.web.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line per act to the log "tenbin.audit": actor, member, act, object. Objects are
 * identities of ours, never what people typed.
 */
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("tenbin.audit");

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
        "actor={} member={} act={} object={}", visitor.actor(), visitor.memberText(), act, object);
  }

  /** Something was refused to somebody whom we do not know. */
  public void refused(String act, String why) {
    LOG.info("actor=unknown act={} refused={}", act, why);
  }
}

package tenbin.web.signin;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/** Where invitations are kept, by the hash of their secret. Any thread. */
public interface InvitationBook {
  /** Keeps one in the place of every earlier one of that person. */
  void put(Invitation invitation, Digest hash);

  /** The one of that hash while it is unused and not over. */
  Optional<Invitation> find(Digest hash, Instant at);

  /** Uses it up; false when somebody was faster. */
  boolean use(Digest hash, Instant at);
}

package tenbin.desks.routes.rtr;

import tenbin.wire.rpki.RtrError;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrRefused;

/**
 * Finds the version that both sides speak (RFC 8210 section 7): begins with the newest, goes down
 * when the cache says so, answers in an older one, or hangs up. Not for several threads.
 */
final class RtrVersions {
  private final int newest;
  private int version;
  private boolean settled;
  private boolean refused;
  private boolean spoke;

  RtrVersions(int newest) {
    this.newest = newest;
    this.version = newest;
  }

  int version() {
    return version;
  }

  /** A connection begins: nothing is agreed on. */
  void begin() {
    settled = false;
    refused = false;
    spoke = false;
  }

  /** The cache said something, be it garbage. */
  void spoke() {
    spoke = true;
  }

  /** A PDU came: the first answer settles the version, and none may differ then. */
  void agree(RtrMessage message) throws RtrRefused {
    boolean notice = message.pdu() instanceof RtrPdu.SerialNotify;
    if (notice && !settled) {
      return;
    }
    boolean older = !settled && message.version() < version;
    if (message.version() != version && !older) {
      String what = "version " + message.version() + " in a session of version " + version;
      throw RtrAnswer.refused(RtrError.UNEXPECTED_VERSION, message, what);
    }
    version = message.version();
    settled = true;
  }

  /** Whether an error only says that the version is too new; then an older one is next. */
  boolean isRefusal(RtrPdu.ErrorReport error, int theirs) {
    boolean too = error.code() == RtrError.UNSUPPORTED_VERSION.code() && !settled && version > 0;
    if (too) {
      version = theirs < version ? theirs : version - 1;
      refused = true;
    }
    return too;
  }

  /**
   * The connection ended.
   *
   * @return whether only the version was wrong, so that the next may be tried at once
   */
  boolean ended() {
    boolean atOnce = refused;
    if (settled) {
      version = newest;
    } else if (!refused && !spoke) {
      // Some of the oldest hang up on what they do not know; behind the oldest the newest again.
      version = version == 0 ? newest : version - 1;
    }
    begin();
    return atOnce;
  }

  /** No connection came about: that says nothing of versions. */
  void unreached() {
    begin();
  }
}

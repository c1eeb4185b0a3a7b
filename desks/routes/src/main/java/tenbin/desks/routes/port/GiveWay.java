package tenbin.desks.routes.port;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets others have the processor: a virtual thread that always finds something to read never lets
 * go of it by itself, and virtual threads share few. One thread.
 */
public final class GiveWay {
  /** So many messages in one go. */
  private static final int AT_ONE_GO = 64;

  /**
   * After so many it is not enough to stand behind those that wait at the same processor: several
   * that never pause hand it to each other, and who waits to begin never has a turn.
   */
  private static final int TO_ALL = 1_024;

  private int count;

  /** A message was read. */
  @SuppressWarnings("ThreadPriorityCheck") // Nothing depends on it but who waits for how long.
  public void message() {
    count++;
    if (count % TO_ALL == 0) {
      LockSupport.parkNanos(1);
    } else if (count % AT_ONE_GO == 0) {
      Thread.yield();
    }
  }
}

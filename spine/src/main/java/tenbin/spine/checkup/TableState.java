package tenbin.spine.checkup;

import java.time.Instant;

/**
 * A file of networks that the hub attributes by.
 *
 * @param name of the file
 * @param modified the day of the file, by its folder
 * @param bytes its size
 * @param readAt when it was read, or refused
 * @param damaged lines in it that could not be read
 * @param refused why it is not used, "" when it is; what was read before stays in use
 */
public record TableState(
    String name, Instant modified, long bytes, Instant readAt, long damaged, String refused) {
  public boolean isUsed() {
    return refused.isEmpty();
  }
}

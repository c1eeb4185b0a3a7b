package tenbin.spine.deliver.webhook;

import java.time.Duration;
import java.util.Set;

/**
 * What webhooks of this hub may do.
 *
 * @param loopback whether the hub's own machine may be called, and plainly by http: for trying out
 * @param ports that may be called on other machines
 * @param mostTime for one delivery from resolving the name to the answer's status
 * @param mostRows in one delivery
 * @param mostBytes of one delivery's body
 */
public record WebhookRules(
    Loopback loopback, Set<Integer> ports, Duration mostTime, int mostRows, int mostBytes) {
  /**
   * 443 and its usual stand-in; half a minute, beyond which a receiver should answer first and work
   * later; a thousand rows of about a kilobyte, and 16 times that for rows with certificates.
   */
  public static final WebhookRules USUAL =
      new WebhookRules(
          Loopback.REFUSED, Set.of(443, 8443), Duration.ofSeconds(30), 1_000, 16 << 20);

  /** Whether loopback addresses may be called. */
  public enum Loopback {
    REFUSED,
    ALLOWED
  }

  public WebhookRules {
    ports = Set.copyOf(ports);
  }

  public WebhookRules withLoopback() {
    return new WebhookRules(Loopback.ALLOWED, ports, mostTime, mostRows, mostBytes);
  }

  public WebhookRules within(Duration time) {
    return new WebhookRules(loopback, ports, time, mostRows, mostBytes);
  }
}

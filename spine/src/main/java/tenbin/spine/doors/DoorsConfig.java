package tenbin.spine.doors;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.webhook.WebhookRules;

/**
 * Which doors a hub has.
 *
 * @param folder the watched folder with one folder a member
 * @param mail digests, answers and reports by mail
 * @param webhooks what webhooks may do
 * @param backoff how long failed deliveries wait
 * @param clock the hub's time
 */
public record DoorsConfig(
    Optional<Path> folder,
    Optional<HubMail> mail,
    WebhookRules webhooks,
    Backoff backoff,
    Clock clock) {

  /** Webhooks alone, by the usual rules. */
  public static DoorsConfig webhooksOnly(Clock clock) {
    return new DoorsConfig(
        Optional.empty(), Optional.empty(), WebhookRules.USUAL, Backoff.USUAL, clock);
  }

  public DoorsConfig withFolder(Path watched) {
    return new DoorsConfig(Optional.of(watched), mail, webhooks, backoff, clock);
  }

  public DoorsConfig withMail(HubMail hubMail) {
    return new DoorsConfig(folder, Optional.of(hubMail), webhooks, backoff, clock);
  }
}

package tenbin.spine.deliver.channel;

import tenbin.spine.post.Tokens;

/** The secret that hub and receiver share for one subscription: derived, so stored nowhere. */
public final class WebhookSecret {
  private WebhookSecret() {}

  /** 32 bytes, another one for every version. */
  public static byte[] of(Tokens tokens, Subscription subscription) {
    return tokens.secret(
        "webhook",
        subscription.recipient().text(),
        subscription.id().toString(),
        Integer.toString(subscription.secretVersion()));
  }
}

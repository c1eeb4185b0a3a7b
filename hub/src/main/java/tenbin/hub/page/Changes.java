package tenbin.hub.page;

import java.util.Arrays;
import java.util.Optional;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Subscription;

/** What pages and programs may do to a subscription, by its word. */
public final class Changes {
  private Changes() {}

  /** "renew-secret". */
  public static String word(ChannelBook.Change change) {
    return Facts.word(change);
  }

  public static Optional<ChannelBook.Change> tryParse(String word) {
    return Arrays.stream(ChannelBook.Change.values())
        .filter(each -> word(each).equals(word))
        .findFirst();
  }

  /** Whether its deliveries are signed with a secret: those of a webhook. */
  public static boolean isSigned(Subscription subscription) {
    return subscription.order().channel().equals("webhook");
  }
}

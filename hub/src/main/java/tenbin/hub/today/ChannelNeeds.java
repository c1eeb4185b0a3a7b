package tenbin.hub.today;

import java.util.Optional;
import java.util.stream.Stream;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.web.may.Act;

/** Channels of the member that were given up: what should be there does not come. */
final class ChannelNeeds implements Needs {
  private final ChannelBook book;

  ChannelNeeds(ChannelBook book) {
    this.book = book;
  }

  @Override
  public Act act() {
    return Act.CONFIGURE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return book.subscriptionsOf(looker.visitor().member()).stream()
        .filter(each -> each.state() == Subscription.State.DEAD)
        .map(each ->
            Need.plain(
                Need.Kind.CHANNEL,
                looker.say(
                    "today.channel",
                    each.order().channel(),
                    each.lastObstacle().in(looker.locale())),
                Optional.empty(),
                "/channels/" + each.id()));
  }
}

package tenbin.hub.wiring;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.mailbox.Answer;
import tenbin.spine.collect.mailbox.Bounce;
import tenbin.spine.collect.mailbox.MailBook;
import tenbin.spine.deliver.channel.Attempt;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Channels;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle;
import tenbin.spine.deliver.channel.PutAside;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.webhook.WebhookChannel;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.post.About;
import tenbin.spine.post.ReportAddresses;
import tenbin.spine.post.Tokens;
import tenbin.wire.Writer;

/** Subscriptions and mails in memory, behind the real webhook's checks. */
final class FakeChannels implements ChannelBook {
  final FakeAddresses addresses = new FakeAddresses();
  final MailBook mails = new FakeMails();

  private final Map<UUID, Subscription> kept = new ConcurrentHashMap<>();
  private final Map<UUID, PutAside> asides = new ConcurrentHashMap<>();
  private final Channels channels;

  FakeChannels(List<Writer> writers) {
    Tokens tokens = new Tokens(new byte[32]);
    channels =
        Channels.of(
            Map.of("webhook", new WebhookChannel(WebhookRules.USUAL, tokens, Clock.systemUTC())),
            writers);
  }

  @Override
  public Subscription subscribe(MemberId recipient, Subscription.Order order) throws NotSent {
    tenbin.spine.deliver.channel.Channel channel =
        Optional.ofNullable(channels.byName().get(order.channel()))
            .orElseThrow(() -> NotSent.never(Obstacle.Cause.NO_SUCH_CHANNEL, order.channel()));
    channel.check(recipient, order.address());
    Subscription made =
        new Subscription(
            UUID.randomUUID(),
            recipient,
            order,
            Subscription.State.ACTIVE,
            1,
            0,
            Fake.NOW,
            Fake.NOW,
            Optional.empty(),
            Optional.empty(),
            Obstacle.NONE);
    kept.put(made.id(), made);
    return made;
  }

  /** As the outbox would after a failure for good. */
  void kill(UUID id, String why) {
    kill(id, new Obstacle(Obstacle.Cause.OTHER, why));
  }

  void kill(UUID id, Obstacle why) {
    kept.computeIfPresent(id, (key, old) -> with(old, Subscription.State.DEAD, 0, why));
  }

  private static Subscription with(
      Subscription old, Subscription.State state, int more, Obstacle e) {
    return new Subscription(
        old.id(),
        old.recipient(),
        old.order(),
        state,
        old.secretVersion() + more,
        state == Subscription.State.DEAD ? 9 : 0,
        old.dueAt(),
        old.madeAt(),
        old.lastSuccess(),
        e.isNone() ? old.lastErrorAt() : Optional.of(Fake.NOW),
        e.isNone() ? old.lastObstacle() : e);
  }

  @Override
  public List<Subscription> subscriptionsOf(MemberId recipient) {
    return kept.values().stream()
        .filter(each -> each.recipient().equals(recipient))
        .filter(each -> each.state() != Subscription.State.ENDED)
        .toList();
  }

  @Override
  public List<Attempt> attempts(MemberId recipient, UUID subscription, int most) {
    return subscriptionsOf(recipient).stream()
        .filter(each -> each.id().equals(subscription))
        .map(each ->
            new Attempt(
                1,
                Fake.NOW,
                new UUID(1, 2),
                12,
                Optional.of(new UUID(3, 4)),
                Attempt.Outcome.FAILED,
                new Obstacle(Obstacle.Cause.OTHER, "it says " + Fake.EVIL)))
        .toList();
  }

  @Override
  public List<Subscription> deadLetters(int most) {
    List<Subscription> dead = new ArrayList<>(kept.values());
    dead.removeIf(each -> each.state() != Subscription.State.DEAD);
    return dead;
  }

  @Override
  public boolean change(MemberId recipient, UUID subscription, Change change) {
    Subscription old = kept.get(subscription);
    if (old == null || !old.recipient().equals(recipient)) {
      return false;
    }
    Subscription.State state =
        switch (change) {
          case PAUSE -> Subscription.State.PAUSED;
          case RESUME, RETRY -> Subscription.State.ACTIVE;
          case RENEW_SECRET -> old.state();
          case END -> Subscription.State.ENDED;
        };
    kept.put(subscription, with(old, state, change == Change.RENEW_SECRET ? 1 : 0, Obstacle.NONE));
    return true;
  }

  @Override
  public boolean putAside(MemberId recipient, UUID subscription, String why) {
    Subscription old = kept.get(subscription);
    if (old == null || !old.recipient().equals(recipient)) {
      return false;
    }
    kept.put(subscription, with(old, Subscription.State.ENDED, 0, Obstacle.NONE));
    asides.put(subscription, new PutAside(old, Fake.NOW, why));
    return true;
  }

  @Override
  public boolean bringBack(MemberId recipient, UUID subscription) {
    PutAside aside = asides.remove(subscription);
    if (aside == null || !aside.letter().recipient().equals(recipient)) {
      return false;
    }
    kept.put(subscription, aside.letter());
    return true;
  }

  @Override
  public List<PutAside> putAside(int most) {
    return List.copyOf(asides.values());
  }

  @Override
  public String secret(MemberId recipient, UUID subscription) {
    return subscriptionsOf(recipient).stream()
        .filter(each -> each.id().equals(subscription))
        .map(each -> "secret-" + each.id() + "-" + each.secretVersion())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Channels channels() {
    return channels;
  }

  /** One answer and one bounce for everybody, with its own name in it. */
  private static final class FakeMails implements MailBook {
    @Override
    public List<Answer> answersOf(MemberId member, int most) {
      About about = new About(member, About.DELIVERY, "d");
      String words = "cleaned by " + member + " " + Fake.EVIL;
      return List.of(new Answer("m", about, Fake.NOW, Optional.of(AnswerState.FIXED), words));
    }

    @Override
    public List<Bounce> bouncesOf(MemberId member, int most) {
      About about = new About(member, About.DELIVERY, "d");
      String address = "gone@" + member + ".example";
      return List.of(new Bounce("m", about, Fake.NOW, address, Bounce.Kind.FAILED, "5.1.1"));
    }
  }

  /** Report addresses that count up. */
  static final class FakeAddresses implements ReportAddresses {
    private final Map<MemberId, Integer> versions = new ConcurrentHashMap<>();

    @Override
    public Optional<String> of(MemberId member) {
      return Optional.of("report+" + member + versions.getOrDefault(member, 1) + "@circle.example");
    }

    @Override
    public Optional<String> renew(MemberId member) {
      versions.merge(member, 2, (old, two) -> old + 1);
      return of(member);
    }
  }
}

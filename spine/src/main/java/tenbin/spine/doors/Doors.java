package tenbin.spine.doors;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.Spine;
import tenbin.spine.collect.Source;
import tenbin.spine.collect.folder.FolderSource;
import tenbin.spine.collect.mailbox.AnswerListener;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.collect.mailbox.MailFiles;
import tenbin.spine.collect.mailbox.MailboxSource;
import tenbin.spine.collect.rounds.Sources;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.Channel;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Channels;
import tenbin.spine.deliver.channel.Outbox;
import tenbin.spine.deliver.channel.PostgresChannelBook;
import tenbin.spine.deliver.mail.MailChannel;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.webhook.WebhookChannel;
import tenbin.spine.health.HealthBook;
import tenbin.spine.health.Waiting;
import tenbin.spine.post.AnswerTokens;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.ReportAddresses;
import tenbin.spine.post.ReportTokens;
import tenbin.spine.post.Tokens;
import tenbin.wire.Writer;

/** All doors of one hub: the one place that names every source and channel. */
public final class Doors implements AutoCloseable {
  private final Deliveries deliveries;
  private final ChannelBook book;
  private final MailFiles mails;
  private final ReportTokens reportTokens;
  private final ReportAddresses reportAddresses;
  private final AnswerTokens answerTokens;
  private final HealthBook health;
  private final List<Source> sources;
  private final Sources rounds;
  private final Outbox outbox;

  private Doors(
      Spine spine,
      Deliveries deliveries,
      DoorsConfig config,
      List<Writer> writers,
      AnswerListener listener) {
    this.deliveries = deliveries;
    Clock clock = config.clock();
    DataSource database = spine.dataSource();
    Tokens tokens = new Tokens(spine.secret().key("doors", ""));
    this.health = spine.health();
    this.mails = new MailFiles(database);
    this.reportTokens = new ReportTokens(database, tokens);
    this.reportAddresses =
        new MailedReports(
            config.mail().filter(mail -> mail.in().isPresent()).map(HubMail::address),
            reportTokens);
    this.answerTokens = new AnswerTokens(database, tokens, clock);
    Map<String, Channel> byName = new TreeMap<>();
    byName.put("webhook", new WebhookChannel(config.webhooks(), tokens, clock));
    config.mail().ifPresent(mail -> byName.put("mail", digests(spine, mail, clock)));
    Channels channels = Channels.of(byName, writers);
    this.book = new PostgresChannelBook(database, channels, tokens, clock);
    this.sources = sources(spine, config, listener);
    this.rounds = new Sources(sources, spine.waysIn()::by, health, Waiting.REAL);
    this.outbox =
        new Outbox(
            database,
            deliveries,
            channels,
            tokens,
            config.backoff(),
            health,
            clock,
            new SecureRandom());
  }

  /**
   * The doors of a hub, still shut: {@link #start} opens them.
   *
   * @param writers of the formats that can be ordered
   * @param answers is told of answers by mail
   */
  public static Doors of(
      Spine spine, DoorsConfig config, List<Writer> writers, AnswerListener answers) {
    return new Doors(spine, spine.deliveries(), config, writers, answers);
  }

  /** The same, with channels that carry what desks tell beside rows. */
  public static Doors of(
      Spine spine,
      Deliveries deliveries,
      DoorsConfig config,
      List<Writer> writers,
      AnswerListener answers) {
    return new Doors(spine, deliveries, config, writers, answers);
  }

  private MailChannel digests(Spine spine, HubMail mail, Clock clock) {
    String circle = spine.roster().circle().name();
    MailRules rules = MailRules.of(mail.address(), circle, mail.page(), mail.zone());
    return new MailChannel(mail.out(), rules, answerTokens, () -> spine.roster().circle(), clock);
  }

  private List<Source> sources(Spine spine, DoorsConfig config, AnswerListener listener) {
    List<Source> all = new ArrayList<>();
    Clock clock = config.clock();
    config
        .folder()
        .ifPresent(folder ->
            all.add(
                new FolderSource(
                    folder, each -> belongs(spine.roster().circle(), each, clock), clock)));
    config
        .mail()
        .ifPresent(mail ->
            mail.in()
                .ifPresent(in -> all.add(mailbox(spine, in, mail.address(), listener, clock))));
    return all;
  }

  private MailboxSource mailbox(
      Spine spine, ImapServer in, HubAddress address, AnswerListener listener, Clock clock) {
    return new MailboxSource(
        in,
        address,
        () -> spine.roster().circle(),
        reportTokens,
        answerTokens,
        mails,
        listener,
        clock);
  }

  private static boolean belongs(Circle circle, MemberId member, Clock clock) {
    return circle
        .member(member)
        .filter(each -> each.membership().holdsAt(clock.instant()))
        .isPresent();
  }

  /** Opens them: sources poll and the outbox serves, each on virtual threads. */
  public void start() {
    rounds.start();
    outbox.start();
  }

  /** There may be something new to send. */
  public void wake() {
    outbox.wake();
  }

  /** What the channels carry: rows, and what desks tell beside them. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Subscriptions, attempts and dead letters, for the pages. */
  public ChannelBook subscriptions() {
    return book;
  }

  /** Answers, bounces, questionable contacts and dead mails, for the pages. */
  public MailFiles mails() {
    return mails;
  }

  /** The tokens in the members' own report addresses. */
  public ReportTokens reportTokens() {
    return reportTokens;
  }

  /** The members' own report addresses, for the pages. */
  public ReportAddresses reportAddresses() {
    return reportAddresses;
  }

  /** For mails of the desks' own that want an answer: a case's reminder. */
  public AnswerTokens answerTokens() {
    return answerTokens;
  }

  /** How every source and channel is doing, for the pages. */
  public HealthBook health() {
    return health;
  }

  /** The sources by name, for a test or an act that polls by hand. */
  public List<Source> sources() {
    return List.copyOf(sources);
  }

  /** For a test or an act that serves by hand. */
  public Outbox outbox() {
    return outbox;
  }

  /** Shuts them; what is under way is done again at the next start. */
  @Override
  public void close() {
    rounds.close();
    outbox.close();
  }
}

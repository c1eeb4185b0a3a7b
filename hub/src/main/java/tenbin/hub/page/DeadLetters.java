package tenbin.hub.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.PutAside;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.web.layout.Everywhere;

/**
 * Dead letters as one viewer may see them: its own as they are, another member's only as the
 * balance tells it, and of a webhook's address the host alone, because the path may be a key.
 */
final class DeadLetters {
  private final Showing showing;
  private final Circle circle;
  private final Locale locale;

  DeadLetters(Plan plan, Circle circle, Locale locale) {
    this.showing = new Showing(plan);
    this.circle = circle;
    this.locale = locale;
  }

  /**
   * A dead letter.
   *
   * @param member whose, as the path of its buttons names it
   * @param name of the member, for people
   * @param since when it was given up
   * @param tries in a row that failed
   * @param reason in the reader's language
   */
  public record Line(
      String member,
      UUID id,
      String name,
      String channel,
      String address,
      Instant since,
      String tries,
      String reason) {}

  /** One that was put aside, with the person's words. */
  public record Aside(Line letter, Instant at, String why) {}

  /** What was released of other members', for the ledger. */
  List<Disclosure> shown() {
    return showing.shown();
  }

  List<Line> lines(List<Subscription> letters) {
    return letters.stream().flatMap(each -> line(each).stream()).toList();
  }

  List<Aside> asides(List<PutAside> all) {
    return all.stream()
        .flatMap(each ->
            line(each.letter()).map(line -> new Aside(line, each.at(), each.why())).stream())
        .toList();
  }

  private Optional<Line> line(Subscription letter) {
    boolean own = letter.recipient().equals(showing.viewer());
    String address = own ? letter.order().address() : outline(letter);
    List<Fact> facts =
        List.of(
            Showing.fact("name", name(letter.recipient())),
            Showing.fact("channel", letter.order().channel()),
            Showing.fact("address", address),
            Showing.fact("tries", Integer.toString(letter.failures())),
            Showing.fact("reason", letter.lastObstacle().in(locale)));
    return own ? Optional.of(plain(letter, address)) : told(letter, facts);
  }

  private Line plain(Subscription letter, String address) {
    return new Line(
        letter.recipient().text(),
        letter.id(),
        name(letter.recipient()),
        letter.order().channel(),
        address,
        since(letter),
        Integer.toString(letter.failures()),
        letter.lastObstacle().in(locale));
  }

  private Optional<Line> told(Subscription letter, List<Fact> facts) {
    return showing
        .tell("dead-letter", letter.id().toString(), letter.recipient(), facts)
        .map(row ->
            new Line(
                letter.recipient().text(),
                letter.id(),
                row.fact("name"),
                row.fact("channel"),
                row.fact("address"),
                since(letter),
                row.fact("tries"),
                row.fact("reason")));
  }

  private static Instant since(Subscription letter) {
    return letter.lastErrorAt().orElse(letter.madeAt());
  }

  private static String outline(Subscription letter) {
    String address = letter.order().address();
    if (!Changes.isSigned(letter)) {
      return address;
    }
    String host = URI.create(address).getHost();
    return host == null ? "" : host;
  }

  private String name(MemberId member) {
    return Everywhere.nameOf(circle, member, locale);
  }
}

package tenbin.spine.deliver.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import tenbin.balance.Outlet;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.Channel;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.deliver.channel.Parcel;
import tenbin.spine.deliver.channel.WebhookSecret;
import tenbin.spine.deliver.channel.Written;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.post.Tokens;

/**
 * Posts each parcel to the recipient's web server, signed. Any answer of class 2xx is an
 * acknowledgement; 410 ends it, 413 asks for less, a redirect is refused, all else is tried again.
 */
public final class WebhookChannel implements Channel {
  private final WebhookRules rules;
  private final Tokens tokens;
  private final Clock clock;
  private final Resolving resolving;
  private final Post post;

  public WebhookChannel(WebhookRules rules, Tokens tokens, Clock clock) {
    this(rules, tokens, clock, Resolving.SYSTEM, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  WebhookChannel(
      WebhookRules rules, Tokens tokens, Clock clock, Resolving resolving, SSLSocketFactory tls) {
    this.rules = rules;
    this.tokens = tokens;
    this.clock = clock;
    this.resolving = resolving;
    this.post = new Post(tls, rules.mostTime());
  }

  @Override
  public Outlet outlet() {
    return Outlet.WEBHOOK;
  }

  @Override
  public int mostRows() {
    return rules.mostRows();
  }

  @Override
  public void check(MemberId recipient, String address) throws NotSent {
    Target target = Target.parse(address, rules);
    if (target.isLiteral()) {
      target.resolve(resolving, rules);
    }
  }

  @Override
  public void send(Parcel parcel) throws NotSent {
    Target target = Target.parse(parcel.subscription().order().address(), rules);
    InetSocketAddress address = target.resolve(resolving, rules);
    Written body = parcel.write(parcel.format(), rules.mostBytes());
    Receipt receipt = parcel.release(body);
    Post.Answer answer;
    try {
      answer = post.send(target, address, fields(parcel, receipt, body), body.bytes());
    } catch (SSLException untrusted) {
      throw NotSent.later(Cause.TLS_FAILED, target.host() + ": " + untrusted.getMessage());
    } catch (IOException broken) {
      throw NotSent.later(Cause.NO_ANSWER, target.host() + ": " + broken.getMessage());
    }
    judge(answer);
  }

  private Map<String, String> fields(Parcel parcel, Receipt receipt, Written body) {
    byte[] secret = WebhookSecret.of(tokens, parcel.subscription());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("User-Agent", "Tenbin");
    fields.put("Content-Type", body.mediaType());
    fields.put("Tenbin-Delivery", parcel.delivery().toString());
    fields.put("Tenbin-Receipt", receipt.id().toString());
    fields.put("Tenbin-Rows", Integer.toString(parcel.rows()));
    fields.put("Tenbin-Signature", Signature.of(secret, clock.instant(), body.bytes()));
    return fields;
  }

  private static void judge(Post.Answer answer) throws NotSent {
    int status = answer.status();
    if (status / 100 == 2) {
      return;
    }
    String told = Integer.toString(status);
    if (status == 410) {
      throw NotSent.never(Cause.GONE, told);
    }
    if (status == 413) {
      throw NotSent.tooLarge(Cause.STATUS, told);
    }
    if (status / 100 == 3) {
      throw NotSent.later(Cause.REDIRECT, told);
    }
    Duration notBefore = Duration.ofSeconds(answer.retrySeconds().orElse(0));
    throw NotSent.later(Cause.STATUS, told, notBefore);
  }
}

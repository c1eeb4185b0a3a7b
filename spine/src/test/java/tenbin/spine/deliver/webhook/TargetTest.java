package tenbin.spine.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.post.Tokens;

class TargetTest {
  private static final WebhookRules USUAL = WebhookRules.USUAL;

  private static Resolving to(String... addresses) {
    return host -> {
      List<InetAddress> all = new ArrayList<>();
      for (String each : addresses) {
        all.add(InetAddress.ofLiteral(each));
      }
      return all;
    };
  }

  @Test
  void public_address_behind_https_is_called_at_the_address_that_was_checked() throws NotSent {
    Target target = Target.parse("https://Soc.Example:8443/in?a=b", USUAL);
    assertThat(target.resolve(to("8.8.4.4"), USUAL).getAddress())
        .isEqualTo(InetAddress.ofLiteral("8.8.4.4"));
    assertThat(target.authority()).isEqualTo("soc.example:8443");
    assertThat(target.path()).isEqualTo("/in?a=b");
    assertThat(Target.parse("https://[2400::8]", USUAL).authority()).isEqualTo("[2400::8]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://soc.example/",
        "https://soc.example:22/",
        "ftp://soc.example/",
        "https:///x",
        "https://user:secret@soc.example/",
        "https://soc.example/#x",
        "https://soc.example/a b",
        "https://soc.example/\r\nX: y",
        "soc.example",
        "",
        "file:///etc/passwd",
        "https://a_b/"
      })
  void url_that_is_no_plain_https_url_is_refused(String url) {
    assertThatThrownBy(() -> Target.parse(url, USUAL))
        .isInstanceOfSatisfying(
            NotSent.class, why -> assertThat(why.kind()).isEqualTo(NotSent.Kind.NEVER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:a00:1::",
        "2001:db8::1",
        "::ffff:0:a00:1",
        "::a00:1",
        "64:ff9b:1::a00:1",
        "fec0::1",
        "fd00:ec2::254",
        "2400::5efe:a00:1",
        "2400::200:5efe:a00:1",
        "100.100.100.200",
        "192.0.0.192",
        "198.18.0.1",
        "240.0.0.1"
      })
  void address_that_is_not_public_is_refused(String address) throws NotSent {
    Target target = Target.parse("https://soc.example/", USUAL);
    assertThatThrownBy(() -> target.resolve(to(address), USUAL)).isInstanceOf(NotSent.class);
    assertThatThrownBy(() -> target.resolve(to("8.8.4.4", address), USUAL))
        .as("one of two")
        .isInstanceOf(NotSent.class);
  }

  @Test
  void loopback_where_it_is_allowed_does_not_open_anything_else() throws NotSent {
    WebhookRules rules = USUAL.withLoopback();
    Target plain = Target.parse("http://soc.example:9000/", rules);
    assertThat(plain.resolve(to("127.0.0.1"), rules).getPort()).isEqualTo(9000);
    assertThatThrownBy(() -> plain.resolve(to("8.8.4.4"), rules)).isInstanceOf(NotSent.class);
    assertThatThrownBy(() -> plain.resolve(to("10.0.0.1"), rules)).isInstanceOf(NotSent.class);
    Target metadata = Target.parse("https://soc.example/", rules);
    assertThatThrownBy(() -> metadata.resolve(to("169.254.169.254"), rules))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void name_without_an_address_may_have_one_later() throws NotSent {
    Target target = Target.parse("https://soc.example/", USUAL);
    Resolving none =
        host -> {
          throw new UnknownHostException(host);
        };
    assertThatThrownBy(() -> target.resolve(none, USUAL))
        .isInstanceOfSatisfying(
            NotSent.class, why -> assertThat(why.kind()).isEqualTo(NotSent.Kind.LATER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://169.254.169.254/latest",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:192.168.1.1]/",
        "https://localhost/",
        "https://localhost./",
        "https://x.localhost/",
        "https://0177.0.0.1/"
      })
  void an_address_inside_is_refused_already_when_it_is_ordered(String url) {
    WebhookChannel channel = new WebhookChannel(USUAL, new Tokens(new byte[32]), Clock.systemUTC());
    assertThatThrownBy(() -> channel.check(new MemberId("alpha"), url))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("no public address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://x.0x7f/"
      })
  void an_address_in_disguise_is_refused_before_anybody_is_asked_for_it(String url) {
    assertThatThrownBy(() -> Target.parse(url, USUAL)).isInstanceOf(NotSent.class);
    assertThatThrownBy(() -> Target.parse(url, USUAL.withLoopback())).isInstanceOf(NotSent.class);
  }

  @Test
  void a_name_is_not_looked_up_when_it_is_ordered() throws NotSent {
    Resolving never =
        host -> {
          throw new AssertionError("asked for " + host);
        };
    new WebhookChannel(
            USUAL,
            new Tokens(new byte[32]),
            Clock.systemUTC(),
            never,
            (SSLSocketFactory) SSLSocketFactory.getDefault())
        .check(new MemberId("alpha"), "https://inside.example/");
  }
}

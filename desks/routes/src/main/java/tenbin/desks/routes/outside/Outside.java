package tenbin.desks.routes.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Locale;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * How maintainers outside the circle are called inside the hub: letters of a member's id, so that
 * they can stand wherever a recipient stands. No member is called like that.
 */
public final class Outside {
  /** What all their ids begin with. */
  public static final String PREFIX = "mntner-";

  /** Who stands in the watch for all of them: a prefix can have several. */
  public static final MemberId ALL = new MemberId(PREFIX + "outside");

  /** Hexadecimal digits: 112 bits, so that two never share one. */
  private static final int DIGITS = 28;

  private Outside() {}

  /** A maintainer's own: made of its name and registry, which are published. */
  public static MemberId of(Maintainer maintainer) {
    String name = maintainer.name() + " " + maintainer.source();
    byte[] digest = Digest.start().digest(name.toUpperCase(Locale.ROOT).getBytes(UTF_8));
    return new MemberId(PREFIX + HexFormat.of().formatHex(digest).substring(0, DIGITS));
  }

  /** Whether somebody is no member but one of these. */
  public static boolean is(MemberId party) {
    return party.text().startsWith(PREFIX);
  }
}

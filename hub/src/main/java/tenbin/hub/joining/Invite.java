package tenbin.hub.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.spine.newcomer.Newcomer;

/**
 * An invitation as the secretariat wrote it, checked.
 *
 * @param id of the newcomer
 * @param invited what is said of it
 * @param mail of its first administrator
 */
record Invite(MemberId id, Newcomer.Invited invited, String mail) {
  /** RFC 5321 section 4.5.3.1.3, without the angle brackets. */
  private static final int MOST_MAIL = 254;

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private static final int MOST_LOGIN = 40;

  /** What was written wrongly, as words of ours. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> what;

    private Wrong(List<String> what) {
      super(String.join(", ", what), null, false, false);
      this.what = List.copyOf(what);
    }

    List<String> what() {
      return what;
    }
  }

  /** What somebody wrote. */
  record Written(
      String id,
      String name,
      String nameJa,
      String memberClass,
      boolean carrier,
      String expected,
      String mail) {}

  /**
   * Reads it.
   *
   * @throws Wrong with everything that is not right
   */
  static Invite of(Written written) {
    List<String> wrong = new ArrayList<>();
    Optional<MemberId> id = id(written.id().strip());
    if (id.isEmpty()) {
      wrong.add("id");
    }
    Optional<MemberClass> memberClass =
        MemberClass.tryParse(written.memberClass()).filter(each -> each != MemberClass.SECRETARIAT);
    if (memberClass.isEmpty()) {
      wrong.add("class");
    }
    RangeText expected = RangeText.of(written.expected());
    if (!expected.strange().isEmpty()) {
      wrong.add("expected");
    }
    String mail = written.mail().strip();
    if (!isMail(mail)) {
      wrong.add("mail");
    }
    String name = written.name().strip();
    String nameJa = written.nameJa().isBlank() ? name : written.nameJa().strip();
    if (name.isEmpty() || name.length() > 120 || nameJa.length() > 120) {
      wrong.add("name");
    }
    if (!wrong.isEmpty()) {
      throw new Wrong(wrong);
    }
    return new Invite(
        id.orElseThrow(),
        new Newcomer.Invited(
            name, nameJa, memberClass.orElseThrow(), written.carrier(), expected.networks()),
        mail);
  }

  static boolean isMail(String mail) {
    return mail.length() <= MOST_MAIL && MAIL.matcher(mail).matches();
  }

  private static Optional<MemberId> id(String text) {
    try {
      return Optional.of(new MemberId(text));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** What its first administrator is called: as its mail is, where that does. */
  String login() {
    String local = mail.substring(0, mail.indexOf('@')).toLowerCase(Locale.ROOT);
    String plain = local.replaceAll("[^a-z0-9._+-]", "");
    return plain.isEmpty() ? "admin" : plain.substring(0, Math.min(plain.length(), MOST_LOGIN - 2));
  }
}

package tenbin.wire.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Breaks a mail along its own lines: headers, boundaries, encodings, mails in mails. */
final class MailChange implements Change {
  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+: .*$");
  private static final Pattern ENCODING =
      Pattern.compile("(?im)^Content-Transfer-Encoding: .*$|charset=[^;\\s]+");
  private static final Pattern BOUNDARY = Pattern.compile("(?m)^--.*$|boundary=[^;\\s]+");
  private static final int MOST_DEPTH = 60;

  private static final List<String> ENCODINGS =
      List.of(
          "Content-Transfer-Encoding: base64",
          "Content-Transfer-Encoding: quoted-printable",
          "Content-Transfer-Encoding: x-uuencode",
          "Content-Transfer-Encoding: 8bit (comment",
          "charset=iso-2022-jp",
          "charset=utf-7",
          "charset=\"utf-16\"",
          "charset*=utf-8''%ff%fe",
          "charset=x-none");

  private static final List<String> HEADERS =
      List.of(
          "Content-Type: text/csv; name*0*=utf-8''%e3%81; name*1=b.csv",
          "Content-Type: application/zip; name=\"../../a.zip",
          "Content-Type: multipart/mixed; boundary=\"\"",
          "Content-Type: message/rfc822",
          "Content-Type: ;;;",
          "Content-Disposition: attachment; filename=\"a\\\"b.json\"",
          "Auto-Submitted: auto-replied",
          "Date: Tue, 3 Feb 2026 24:61:61 +9999 (a(b(c",
          "Subject: =?utf-8?q?" + "=C3=B6".repeat(200) + "?=",
          "From: <@a,@b:c@d>, \"\\\"",
          "Source-IP: [IPv6:::1]",
          ": no name");

  @Override
  public Optional<String> change(String text, RandomGenerator random) {
    if (!HEADER.matcher(text).find()) {
      return Optional.empty();
    }
    return switch (random.nextInt(8)) {
      case 0 -> replaced(text, HEADER, Odd.one(HEADERS, random), random);
      case 1 -> replaced(text, ENCODING, Odd.one(ENCODINGS, random), random);
      case 2 -> replaced(text, BOUNDARY, random.nextBoolean() ? "" : "--b--", random);
      case 3 -> replaced(text, BOUNDARY, "boundary=" + "b".repeat(random.nextInt(200)), random);
      case 4 -> replaced(text, HEADER, "X-Folded:\n " + Odd.value(random), random);
      case 5 -> Optional.of(nested(text, random.nextInt(MOST_DEPTH)));
      case 6 -> Optional.of(encoded(text));
      default -> Optional.of(Odd.one(HEADERS, random) + "\n" + text);
    };
  }

  private static Optional<String> replaced(
      String text, Pattern what, String by, RandomGenerator random) {
    List<int[]> places = new ArrayList<>();
    what.matcher(text).results().forEach(each -> places.add(new int[] {each.start(), each.end()}));
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int[] place = places.get(random.nextInt(places.size()));
    return Optional.of(text.substring(0, place[0]) + by + text.substring(place[1]));
  }

  private static String nested(String mail, int depth) {
    return "Content-Type: message/rfc822\n\n".repeat(depth) + mail;
  }

  /** The mail as an attachment of a mail. */
  private static String encoded(String mail) {
    return "MIME-Version: 1.0\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(mail.getBytes(ISO_8859_1));
  }
}

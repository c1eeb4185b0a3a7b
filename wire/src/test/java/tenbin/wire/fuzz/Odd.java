package tenbin.wire.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Values that parsers stumble over, by what they stand for; a character is a byte. */
final class Odd {
  static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "-0",
          "00000000000000000000000000000000001",
          "65535",
          "65536",
          "2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999",
          "1e999",
          "1e-999",
          "1E+400000000",
          "0.1e1",
          "0x1F",
          "1_000",
          "NaN",
          "Infinity",
          "9".repeat(2_000));

  static final List<String> TIMES =
      List.of(
          "1970-01-01T00:00:00Z",
          "0000-00-00 00:00:00",
          "9999-12-31T23:59:60Z",
          "+999999999-12-31T23:59:59Z",
          "2026-02-30 25:61:61",
          "2026-02-03T04:05:06.1234567890123Z",
          "2026-02-03T04:05:06+99:99",
          "2026-02-03T04:05:06-00:00",
          "Tue, 3 Feb 2026 13:09:59 +0900 (JST (nested (comment",
          "Wed, 3 Feb 26 24:00:60 XYZ",
          "03/02/2026 4:5:6 PM",
          "1770091506",
          "1770091506123456789",
          "-62135596800");

  static final List<String> ADDRESSES =
      List.of(
          "::ffff:192.0.2.1",
          "fe80::1%eth0",
          "::1%" + "z".repeat(300),
          "::",
          "1:2:3:4:5:6:7:8:9",
          "2001:db8::1::2",
          "192.0.2.256",
          "192.0.2",
          "0300.0.02.1",
          "192.0.2.1/33",
          "192.0.2.0/24",
          "[2001:db8::1]:443",
          "https://[::1",
          "http://a@b@c:99999/%zz?#",
          "xn--\u0080",
          "xn--0",
          "a".repeat(64) + ".example",
          "-.-",
          "AS4294967296",
          "AS0");

  static final List<String> TEXTS =
      Stream.of(
              "\ud800 alone",
              "\u0000",
              "\ufeff",
              "\u202e\u2066",
              "e\u0301\u0301\u0301",
              "\ud83d\udc69\u200d\ud83d\udcbb",
              "\uff11\uff12\uff17",
              "\u3042".repeat(500),
              "\\u0000\\ud800",
              "\"\"\"",
              "=cmd|'/c'!A1",
              "%s%n%99999999d",
              "${jndi:x}",
              "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///\">]>",
              "&a *a",
              "!!java.lang.String x",
              "null",
              "true",
              "",
              "z".repeat(9_000))
          .map(text -> new String(text.getBytes(UTF_8), ISO_8859_1))
          .toList();

  /** Bytes that mean something to a parser, whatever they stand beside. */
  static final List<String> TOKENS =
      Stream.concat(
              Stream.of(NUMBERS, TIMES, ADDRESSES, TEXTS).flatMap(List::stream),
              Stream.of(
                  "{",
                  "}",
                  "[",
                  "]",
                  "\"",
                  ":",
                  ",",
                  "\\",
                  "\\ud800",
                  "\r\n",
                  "\r",
                  "\n\n",
                  "\n ",
                  "--b",
                  "--b--",
                  "\u00ff\u00fe",
                  "\u00ef\u00bb\u00bf",
                  "\u00c0\u0080",
                  "%",
                  "=?",
                  "?=",
                  "=?UTF-8?B?////?=",
                  "=\r\n",
                  "=3",
                  "PK\u0003\u0004",
                  "PK\u0001\u0002",
                  "PK\u0005\u0006",
                  "\u001f\u008b\u0008",
                  "\"\"",
                  ";",
                  "\t",
                  "#",
                  "Content-Type: multipart/mixed; boundary=b\n\n",
                  "Content-Type: message/rfc822\n\n",
                  "Content-Transfer-Encoding: base64\n",
                  "charset=x-none",
                  "charset=utf-7",
                  "begin 644 a.csv\n",
                  "<<: *a"))
          .toList();

  private Odd() {}

  static String one(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  /** Any value of any kind. */
  static String value(RandomGenerator random) {
    return one(
        switch (random.nextInt(4)) {
          case 0 -> NUMBERS;
          case 1 -> TIMES;
          case 2 -> ADDRESSES;
          default -> TEXTS;
        },
        random);
  }
}

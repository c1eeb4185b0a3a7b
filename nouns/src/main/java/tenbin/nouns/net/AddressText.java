package tenbin.nouns.net;

import java.util.Optional;

/** The text forms of addresses: RFC 4291 section 2.2 read, RFC 5952 section 4 written. */
final class AddressText {
  private AddressText() {}

  static Address parse(CharSequence text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: \"" + text + "\""));
  }

  static Optional<Address> tryParse(CharSequence text) {
    int length = text.length();
    if (length < 2 || length > 45) {
      return Optional.empty();
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) == ':') {
        return readV6(text);
      }
    }
    long quad = readQuad(text, 0, length);
    return quad < 0 ? Optional.empty() : Optional.of(Address.ofV4((int) quad));
  }

  /** The 32 bits of a dotted quad, or -1. */
  private static long readQuad(CharSequence text, int from, int to) {
    long bits = 0;
    int position = from;
    for (int part = 0; part < 4; part++) {
      int start = position;
      int value = 0;
      while (position < to && isDigit(text.charAt(position)) && position - start < 3) {
        value = value * 10 + (text.charAt(position) - '0');
        position++;
      }
      boolean leadingZero = position - start > 1 && text.charAt(start) == '0';
      if (position == start || value > 255 || leadingZero) {
        return -1;
      }
      bits = bits << 8 | value;
      if (part < 3) {
        if (position >= to || text.charAt(position) != '.') {
          return -1;
        }
        position++;
      }
    }
    return position == to ? bits : -1;
  }

  private static Optional<Address> readV6(CharSequence text) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int position = 0;
    int length = text.length();
    if (text.charAt(0) == ':') {
      if (length < 2 || text.charAt(1) != ':') {
        return Optional.empty();
      }
      gap = 0;
      position = 2;
    }
    while (position < length) {
      if (count == 8) {
        return Optional.empty();
      }
      int end = position;
      int value = 0;
      while (end < length && end - position < 5) {
        int digit = Character.digit(text.charAt(end), 16);
        if (digit < 0 || text.charAt(end) > 'f') {
          break;
        }
        value = value << 4 | digit;
        end++;
      }
      if (end < length && text.charAt(end) == '.') {
        long quad = count > 6 ? -1 : readQuad(text, position, length);
        if (quad < 0) {
          return Optional.empty();
        }
        groups[count++] = (int) (quad >>> 16);
        groups[count++] = (int) (quad & 0xffff);
        position = length;
        break;
      }
      if (end == position || end - position > 4) {
        return Optional.empty();
      }
      groups[count++] = value;
      position = end;
      if (position == length) {
        break;
      }
      if (text.charAt(position) != ':') {
        return Optional.empty();
      }
      position++;
      if (position == length) {
        return Optional.empty();
      }
      if (text.charAt(position) == ':') {
        if (gap >= 0) {
          return Optional.empty();
        }
        gap = count;
        position++;
      }
    }
    return assemble(groups, count, gap);
  }

  private static Optional<Address> assemble(int[] groups, int count, int gap) {
    if (gap < 0 ? count != 8 : count > 7) {
      return Optional.empty();
    }
    int[] all = new int[8];
    int head = gap < 0 ? 8 : gap;
    System.arraycopy(groups, 0, all, 0, head);
    int tail = count - head;
    System.arraycopy(groups, head, all, 8 - Math.max(tail, 0), Math.max(tail, 0));
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | all[i];
      low = low << 16 | all[i + 4];
    }
    return Optional.of(new Address(high, low));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static String format(Address address) {
    if (!address.isPresent()) {
      return "";
    }
    if (address.isV4()) {
      int bits = address.v4Bits();
      return (bits >>> 24)
          + "."
          + (bits >>> 16 & 255)
          + "."
          + (bits >>> 8 & 255)
          + "."
          + (bits & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (address.high() >>> (48 - 16 * i)) & 0xffff;
      groups[i + 4] = (int) (address.low() >>> (48 - 16 * i)) & 0xffff;
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > bestLength) {
        bestStart = i;
        bestLength = run;
      }
    }
    StringBuilder out = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        out.append("::");
        i += bestLength - 1;
        continue;
      }
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }
}

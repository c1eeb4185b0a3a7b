package tenbin.spine.newcomer.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A question for the TXT records of a name, and its answer (RFC 1035 section 4). Asks for
 * recursion, and with the AD bit whether the resolver validated by DNSSEC (RFC 6840 section 5.7).
 *
 * @param id by which the answer is known
 * @param name asked for, without the last dot
 */
record TxtQuery(int id, String name) {
  /** Fits into every path without fragments (DNS flag day 2020). */
  static final int UDP_BYTES = 1_232;

  private static final int HEAD = 12;
  private static final int TXT = 16;
  private static final int CNAME = 5;
  private static final int INTERNET = 1;
  private static final int OPT = 41;
  private static final int RECURSION = 0x0100;
  private static final int AUTHENTIC = 0x0020;
  private static final int RESPONSE = 0x8000;
  private static final int CUT = 0x0200;
  private static final int CODE = 0xf;
  private static final int NO_NAME = 3;
  private static final int MOST_LABEL = 63;
  private static final int MOST_NAME = 253;
  private static final int POINTER = 0xc0;

  /** Pointers of one name; each points backwards, so more of them only go in circles. */
  private static final int MOST_POINTERS = 64;

  TxtQuery {
    boolean fits = name.length() <= MOST_NAME && !name.isEmpty();
    for (String label : name.split("\\.", -1)) {
      fits &= !label.isEmpty() && label.length() <= MOST_LABEL;
    }
    if (!fits) {
      throw new IllegalArgumentException("not a name to ask for: " + name);
    }
  }

  /**
   * An answer that belongs to the question.
   *
   * @param texts of the records, their parts joined
   * @param authentic whether the resolver says that it validated them
   * @param cut whether it has to be asked again over TCP
   * @param failed the code when it is a failure of the server; 0 when it is none
   */
  record Answer(List<String> texts, boolean authentic, boolean cut, int failed) {}

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(HEAD + name.length() + 2 + 4 + 11);
    out.putShort((short) id).putShort((short) (RECURSION | AUTHENTIC));
    out.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 1);
    for (String label : name.split("\\.", -1)) {
      out.put((byte) label.length()).put(label.getBytes(US_ASCII));
    }
    out.put((byte) 0).putShort((short) TXT).putShort((short) INTERNET);
    // RFC 6891 section 6.1.2: what fits into a datagram of ours.
    out.put((byte) 0)
        .putShort((short) OPT)
        .putShort((short) UDP_BYTES)
        .putInt(0)
        .putShort((short) 0);
    return out.array();
  }

  /**
   * Reads an answer.
   *
   * @throws IllegalArgumentException when it is none to this question
   */
  Answer read(byte[] told) {
    ByteBuffer in = ByteBuffer.wrap(told);
    try {
      return read(in);
    } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException cutShort) {
      throw new IllegalArgumentException("an answer that ends too early", cutShort);
    }
  }

  private Answer read(ByteBuffer in) {
    int itsId = in.getShort() & 0xffff;
    int flags = in.getShort() & 0xffff;
    int questions = in.getShort() & 0xffff;
    int answers = in.getShort() & 0xffff;
    in.getInt();
    boolean its = itsId == id && (flags & RESPONSE) != 0 && questions == 1;
    if (!its || !name(in).equals(name.toLowerCase(Locale.ROOT)) || in.getInt() != (TXT << 16 | 1)) {
      throw new IllegalArgumentException("an answer to another question");
    }
    int code = flags & CODE;
    boolean failed = code != 0 && code != NO_NAME;
    boolean cut = (flags & CUT) != 0;
    List<String> texts = failed || cut ? List.of() : texts(in, answers);
    return new Answer(texts, (flags & AUTHENTIC) != 0, cut, failed ? code : 0);
  }

  /** The records of the name, or of what it is another name of. */
  private List<String> texts(ByteBuffer in, int answers) {
    Set<String> names = new HashSet<>(Set.of(name.toLowerCase(Locale.ROOT)));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      String owner = name(in);
      int type = in.getShort() & 0xffff;
      int which = in.getShort() & 0xffff;
      in.getInt();
      int length = in.getShort() & 0xffff;
      int end = in.position() + length;
      if (which == INTERNET && names.contains(owner)) {
        if (type == CNAME) {
          names.add(name(in));
        } else if (type == TXT) {
          texts.add(text(in, end));
        }
      }
      in.position(end);
    }
    return texts;
  }

  private static String text(ByteBuffer in, int end) {
    StringBuilder text = new StringBuilder();
    while (in.position() < end) {
      byte[] part = new byte[in.get() & 0xff];
      in.get(part);
      text.append(new String(part, ISO_8859_1));
    }
    return text.toString();
  }

  /** A name in lower case, with its pointers followed (RFC 1035 section 4.1.4). */
  private static String name(ByteBuffer in) {
    StringBuilder name = new StringBuilder();
    ByteBuffer at = in;
    int pointers = 0;
    for (int length = at.get() & 0xff; length != 0; length = at.get() & 0xff) {
      if ((length & POINTER) == POINTER) {
        int to = (length & ~POINTER) << 8 | at.get() & 0xff;
        if (++pointers > MOST_POINTERS) {
          throw new IllegalArgumentException("a name that goes in circles");
        }
        at = in.duplicate().position(to);
      } else if (length > MOST_LABEL || name.length() > MOST_NAME) {
        throw new IllegalArgumentException("not a name");
      } else {
        byte[] label = new byte[length];
        at.get(label);
        name.append(name.isEmpty() ? "" : ".").append(new String(label, ISO_8859_1));
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}

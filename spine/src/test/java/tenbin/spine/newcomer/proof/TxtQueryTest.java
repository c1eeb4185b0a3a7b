package tenbin.spine.newcomer.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Answers of name servers, right, strange and hostile. */
class TxtQueryTest {
  private static final TxtQuery QUERY = new TxtQuery(7, "_tenbin.2.0.192.in-addr.arpa");
  private static final int HEAD = 12;

  /** The question's own bytes as an answer, with records behind. */
  private static byte[] answer(int id, int flags, int answers, byte[] records) {
    byte[] question = QUERY.bytes();
    int length = question.length - 11;
    ByteBuffer out = ByteBuffer.allocate(length + records.length);
    out.put(question, 0, length).put(records);
    return out.putShort(0, (short) id)
        .putShort(2, (short) flags)
        .putShort(6, (short) answers)
        .putShort(10, (short) 0)
        .array();
  }

  /** A TXT record of the name asked for, which a pointer names. */
  private static byte[] txt(String text) {
    ByteBuffer out = ByteBuffer.allocate(13 + text.length());
    out.putShort((short) (0xc000 | HEAD)).putShort((short) 16).putShort((short) 1).putInt(60);
    return out.putShort((short) (text.length() + 1))
        .put((byte) text.length())
        .put(text.getBytes(US_ASCII))
        .array();
  }

  @Test
  void a_text_is_read_with_what_the_resolver_says_of_dnssec() {
    TxtQuery.Answer plain = QUERY.read(answer(7, 0x8180, 1, txt("tenbin-proof=x")));
    assertThat(plain.texts()).containsExactly("tenbin-proof=x");
    assertThat(plain.authentic()).isFalse();
    assertThat(QUERY.read(answer(7, 0x81a0, 1, txt("y"))).authentic()).isTrue();
  }

  @Test
  void no_such_name_is_an_answer_and_a_failure_is_none() {
    assertThat(QUERY.read(answer(7, 0x8183, 0, new byte[0])).failed()).isZero();
    assertThat(QUERY.read(answer(7, 0x8182, 0, new byte[0])).failed()).isEqualTo(2);
    assertThat(QUERY.read(answer(7, 0x8380, 0, new byte[0])).cut()).isTrue();
  }

  @Test
  void an_answer_to_another_question_is_none() {
    assertThatThrownBy(() -> QUERY.read(answer(8, 0x8180, 1, txt("x"))))
        .isInstanceOf(IllegalArgumentException.class);
    TxtQuery other = new TxtQuery(7, "_tenbin.3.0.192.in-addr.arpa");
    assertThatThrownBy(() -> other.read(answer(7, 0x8180, 1, txt("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_of_another_name_is_passed_over() {
    byte[] record = txt("tenbin-proof=x");
    // The name from its second label on: 2.0.192.in-addr.arpa.
    record[1] = (byte) (HEAD + 8);
    assertThat(QUERY.read(answer(7, 0x8180, 1, record)).texts()).isEmpty();
  }

  @Test
  void any_bytes_are_read_or_refused_and_nothing_else() {
    long seed = 20_261_122L;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] told = answer(7, 0x8180, 1 + random.nextInt(3), txt("tenbin-proof=x"));
      for (int change = random.nextInt(6); change >= 0; change--) {
        told[random.nextInt(told.length)] = (byte) random.nextInt();
      }
      byte[] cut = java.util.Arrays.copyOf(told, random.nextInt(told.length + 1));
      try {
        assertThat(QUERY.read(cut).texts().size()).isLessThan(cut.length + 1);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).as("seed %d", seed).hasMessageMatching(".+");
      }
    }
  }
}

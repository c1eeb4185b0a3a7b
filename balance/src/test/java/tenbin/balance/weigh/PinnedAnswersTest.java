package tenbin.balance.weigh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.PolicySet;

/**
 * Whole answers, reasons and words of both languages with them, on random worlds with all that a
 * question can bring: whoever changes one of them sees in which worlds, and renews the golden
 * knowingly (-Dtenbin.goldens=write). Whether answers are right is for the properties and the cases
 * to say.
 */
class PinnedAnswersTest {
  private static final int BLOCKS = 40;
  private static final int WORLDS_OF_A_BLOCK = 25;

  /** Fewer for mutation testing, which asks the same worlds for each mutant. */
  private static final int ASKED =
      Math.min(BLOCKS, Integer.getInteger("tenbin.worlds", 20_000) / WORLDS_OF_A_BLOCK);

  private static final long SEED = 20261122;
  private static final Path GOLDEN =
      Path.of("src/test/resources/tenbin/balance/weigh/answers.golden");

  @Test
  void answers_reasons_and_their_words_change_only_knowingly() throws IOException {
    Set<Code> told = EnumSet.noneOf(Code.class);
    Set<Obligation.Duty> owed = EnumSet.noneOf(Obligation.Duty.class);
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    List<String> lines = new ArrayList<>();
    for (int block = 0; block < ASKED; block++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < WORLDS_OF_A_BLOCK; i++) {
        Weighing answer = answer(SEED + (long) block * WORLDS_OF_A_BLOCK + i);
        text.append(textOf(answer)).append('\n');
        answer.weights().forEach(weight -> weight.whys().forEach(why -> told.add(why.code())));
        answer.whys().forEach(why -> told.add(why.code()));
        answer.obligations().forEach(each -> owed.add(each.duty()));
        effects.add(answer.effect());
      }
      lines.add("worlds %d: %s".formatted(block * WORLDS_OF_A_BLOCK, digest(text)));
    }
    if (ASKED == BLOCKS) {
      assertThat(effects).containsExactlyInAnyOrder(Effect.values());
      assertThat(told).as("reasons that come up").hasSizeGreaterThan(Code.values().length - 8);
      assertThat(owed).as("obligations that come up").hasSizeGreaterThan(12);
    }
    if ("write".equals(System.getProperty("tenbin.goldens"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN).subList(0, ASKED));
  }

  private static Weighing answer(long seed) {
    World world = new World(seed);
    Dressed dressed = new Dressed(seed);
    PolicySet policy = new PolicySet(dressed.with(world.parts()));
    return new Weigher(policy).weigh(dressed.of(world.question()));
  }

  private static String textOf(Weighing answer) {
    StringBuilder text = new StringBuilder(answer.effect() + " " + answer.byRetroaction() + "\n");
    for (Weight weight : answer.weights()) {
      text.append(weight.part().name())
          .append(' ')
          .append(weight.effect())
          .append(' ')
          .append(weight.word())
          .append(' ')
          .append(weight.bases().stream().sorted().toList())
          .append('\n');
      weight.whys().forEach(why -> text.append(wordsOf(why)));
    }
    answer.whys().forEach(why -> text.append(wordsOf(why)));
    for (Obligation each : answer.obligations()) {
      text.append(each + "|" + each.english() + "|" + each.japanese() + "\n");
    }
    answer.asks().forEach(ask -> text.append(ask).append('\n'));
    return text.append(answer.bases())
        .append(answer.pointers())
        .append(answer.tasks())
        .append(answer.of("f0").map(Weight::word).orElse(""))
        .toString();
  }

  private static String wordsOf(Why why) {
    return "  %s %s|%s|%s|%s|%s%n"
        .formatted(
            why.code(),
            why.about(),
            why.english(),
            why.opener(),
            why.japanese(),
            why.openerJapanese());
  }

  private static String digest(StringBuilder text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}

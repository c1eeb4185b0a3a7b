package tenbin.wire.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The inputs that mutants are made of: the seeds, and every mutant on which a parser said something
 * of a form that it had never said before. What a parser says stands for the ways it went, so the
 * search goes on from where it got furthest without an agent in the machine.
 */
final class Corpus {
  /** Beyond it the newest takes the place of a random one. */
  private static final int MOST = 3_000;

  /** Large ones would be read again and again. */
  private static final int MOST_BYTES = 1 << 15;

  private static final int MOST_FORM = 600;

  /** How a warning says what it was; behind its first words stands what was found. */
  private static final String DETAIL = "detail=";

  private static final int MOST_DETAIL = DETAIL.length() + 20;

  private final List<Input> inputs;
  private final int seeds;
  private final Set<Integer> forms = new HashSet<>();

  Corpus(List<Input> seeds) {
    this.inputs = new ArrayList<>(seeds);
    this.seeds = seeds.size();
  }

  Input one(RandomGenerator random) {
    return inputs.get(random.nextInt(inputs.size()));
  }

  /** How many forms of saying something were seen. */
  int forms() {
    return forms.size();
  }

  int size() {
    return inputs.size();
  }

  void heard(Input input, List<String> told, RandomGenerator random) {
    boolean fresh = forms.add(Integer.numberOfTrailingZeros(Integer.highestOneBit(told.size())));
    for (String each : told) {
      fresh |= forms.add(form(each));
    }
    if (fresh && input.text().length() <= MOST_BYTES) {
      if (inputs.size() < MOST) {
        inputs.add(input);
      } else {
        inputs.set(random.nextInt(seeds, MOST), input);
      }
    }
  }

  /** A hash of what is said without the values in it: digits, quoted values, long words. */
  private static int form(String told) {
    int hash = 17;
    boolean value = false;
    char before = 0;
    int detail = told.indexOf(DETAIL);
    int most = detail < 0 ? MOST_FORM : detail + MOST_DETAIL;
    for (int i = 0; i < Math.min(told.length(), most); i++) {
      char c = told.charAt(i);
      if (c == '"' && before != '\\') {
        value = !value && before == ':';
      } else if (!value && !Character.isDigit(c) && c < 128) {
        hash = 31 * hash + c;
      }
      before = c;
    }
    return hash;
  }
}

package tenbin.web.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What may be a password: long enough, not one of the usual ones, not made of the circle's names,
 * the person's own, rows of keys, repetitions or dates. Any thread.
 *
 * <p>How many guesses one costs is worked out by zxcvbn (D. Wheeler, USENIX Security 2016), with
 * its lists of 30,000 usual passwords and of usual words and names.
 */
public final class PasswordRule {
  /** NIST SP 800-63B section 3.1.1.2 asks for 15 where a password stands alone; 12 is our least. */
  public static final int LEAST = 12;

  /** Longer ones only keep the machine busy. */
  public static final int MOST = 256;

  /**
   * As a power of ten. With the lockout's five guesses in 15 minutes it is thousands of years, for
   * whoever has the hashes a matter of money.
   */
  private static final double LEAST_GUESSES = 9;

  /** What is longer costs more guesses anyhow, and more time to measure. */
  private static final int MEASURED = 64;

  private static final Pattern GLUE = Pattern.compile("[\\s._@+'-]+");
  private static final List<String> OURS = List.of("tenbin", "天秤");

  private final Supplier<Collection<String>> names;

  /**
   * A rule.
   *
   * @param names of the circle and its members, as they are now
   */
  public PasswordRule(Supplier<Collection<String>> names) {
    this.names = names;
  }

  /** A password that somebody would guess. */
  public static final class Guessable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Guessable() {
      super("this password is too easy to guess: it is a usual one, or made of names and patterns");
    }
  }

  /**
   * Refuses what is no good password of a person.
   *
   * @throws IllegalArgumentException with the bounds
   * @throws Guessable when it is easily guessed
   */
  public void check(String login, String password) {
    checkLength(password);
    List<String> known = new ArrayList<>(OURS);
    known.addAll(parts(login));
    names.get().forEach(name -> known.addAll(parts(name)));
    String measured = password.substring(0, Math.min(password.length(), MEASURED));
    Zxcvbn meter = new Zxcvbn();
    // "aozora-tenbin" is as weak as "aozoratenbin", but only the latter looks so to the meter.
    for (String each : List.of(measured, GLUE.matcher(measured).replaceAll(""))) {
      if (each.isEmpty() || meter.measure(each, known).getGuessesLog10() < LEAST_GUESSES) {
        throw new Guessable();
      }
    }
  }

  private static List<String> parts(String name) {
    List<String> all = new ArrayList<>(List.of(GLUE.split(name.toLowerCase(Locale.ROOT))));
    all.add(GLUE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""));
    all.removeIf(each -> each.length() < 2);
    return all;
  }

  private static void checkLength(String password) {
    if (password.length() < LEAST || password.length() > MOST) {
      throw new IllegalArgumentException(
          "a password has " + LEAST + " characters or more, and at most " + MOST);
    }
  }
}

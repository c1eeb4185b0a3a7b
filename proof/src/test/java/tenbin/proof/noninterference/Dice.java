package tenbin.proof.noninterference;

import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Randomness that can be told what to draw: a JCA provider before all others. Told nothing, it
 * draws from the system like before. Told the name of a step, it draws the same for the same name,
 * so that what others made the hub draw in between changes nothing. For the whole process.
 */
final class Dice {
  private static final AtomicReference<Step> TOLD = new AtomicReference<>();
  private static final ThreadLocal<Drawn> DRAWN = new ThreadLocal<>();

  private static final AtomicLong STEPS = new AtomicLong();

  /** What is to be drawn from now on; told twice, it is drawn from the beginning twice. */
  private record Step(long number, long seed) {}

  /**
   * One thread's streams of a step, one for each place that draws: no thread draws what another one
   * leaves, and a tree that is made for somebody does not change the salt of the next line.
   */
  private record Drawn(Step step, Map<String, SplittableRandom> places) {
    SplittableRandom at(String place) {
      return places.computeIfAbsent(
          place, unseen -> new SplittableRandom(step.seed() + unseen.hashCode()));
    }
  }

  private static final StackWalker STACK = StackWalker.getInstance();

  /** The class of ours that wants something drawn; empty where a library does. */
  private static String place() {
    return STACK.walk(frames ->
        frames
            .map(StackWalker.StackFrame::getClassName)
            .filter(name -> name.startsWith("tenbin.") && !name.startsWith("tenbin.proof."))
            .filter(name -> !name.endsWith(".Seal"))
            .findFirst()
            .orElse(""));
  }

  private Dice() {}

  /** Puts the provider in its place; must come before the first random UUID of the process. */
  static void install() {
    if (Security.getProvider("told dice") == null) {
      Security.insertProviderAt(new Told(), 1);
    }
  }

  /** Whether UUIDs are drawn from here: the runtime makes its generator once. */
  static boolean rulesUuids() {
    tell("try");
    UUID one = UUID.randomUUID();
    tell("try");
    UUID other = UUID.randomUUID();
    forget();
    return one.equals(other);
  }

  /** From now on draws what follows from this name. */
  static void tell(String step) {
    long seed = 0x9e37_79b9_7f4a_7c15L;
    for (byte each : step.getBytes(StandardCharsets.UTF_8)) {
      seed = (seed ^ each) * 0x100_0000_01b3L;
      seed ^= seed >>> 29;
    }
    TOLD.set(new Step(STEPS.incrementAndGet(), seed));
  }

  /** From now on draws from the system. */
  static void forget() {
    TOLD.set(null);
  }

  /** The provider, for every name under which randomness is asked for. */
  private static final class Told extends Provider {
    private static final long serialVersionUID = 1L;

    Told() {
      super("told dice", "1", "randomness for comparing two hubs");
      for (String name : new String[] {"NativePRNG", "SHA1PRNG", "DRBG"}) {
        put("SecureRandom." + name, Draw.class.getName());
      }
    }
  }

  /** One generator; all of them draw from the same stream. */
  public static final class Draw extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private transient SecureRandom system = systems();

    private static SecureRandom systems() {
      for (Provider each : Security.getProviders()) {
        if (!(each instanceof Told) && each.getService("SecureRandom", "NativePRNG") != null) {
          try {
            return SecureRandom.getInstance("NativePRNG", each);
          } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError("it was just there", impossible);
          }
        }
      }
      throw new AssertionError("no randomness on this system");
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      // What is told stays told.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      Step step = TOLD.get();
      if (step == null) {
        system.nextBytes(bytes);
        return;
      }
      Drawn drawn = DRAWN.get();
      if (drawn == null || !drawn.step().equals(step)) {
        drawn = new Drawn(step, new HashMap<>());
        DRAWN.set(drawn);
      }
      drawn.at(place()).nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int size) {
      byte[] bytes = new byte[size];
      engineNextBytes(bytes);
      return bytes;
    }
  }
}

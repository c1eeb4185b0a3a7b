package tenbin.proof.noninterference;

import java.util.SplittableRandom;

/** One thing in which a second world differs from the first; whether it may is asked afterwards. */
interface Change {
  /** The world with this changed; the same one where there is nothing to change. */
  World of(World world, SplittableRandom random);
}

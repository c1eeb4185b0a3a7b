package tenbin.spine.correlate;

import java.util.function.Consumer;

/**
 * A keyed state machine: for each key of its events it keeps one {@link Slot} of numbers and turns
 * events and the passing of time into findings. It knows no thread, no clock, no storage and no
 * other key; a runner hands it everything, so that the same detector runs in this process or on a
 * cluster. What it finds may be the next detector's event under another key.
 *
 * @param <E> events; a runner may reuse one instance, so nothing of it may be kept
 * @param <F> what it finds
 */
public interface Detector<E, F> {
  /** The key under which an event belongs. */
  long key(E event);

  /** The state of a key that was never seen. Its length is the length of every slot. */
  long[] start();

  /** An event of the key whose state the slot holds. */
  void on(E event, Slot slot, Consumer<F> found);

  /** The slot's timer has come. */
  void onTimer(Slot slot, Consumer<F> found);
}

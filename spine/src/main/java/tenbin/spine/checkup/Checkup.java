package tenbin.spine.checkup;

/** Looks at a running hub now. Any thread. */
public interface Checkup {
  /** How it is, also when its database does not answer. */
  Vitals take();
}

package tenbin.hub;

import tenbin.hub.act.Acts;

/** The program: {@code tenbin ACT ...}. */
public final class Main {
  private Main() {}

  /** Runs one act and ends with its exit code. */
  public static void main(String[] args) {
    int code = Acts.run(args);
    if (code != Acts.STILL_RUNNING) {
      System.exit(code);
    }
  }
}

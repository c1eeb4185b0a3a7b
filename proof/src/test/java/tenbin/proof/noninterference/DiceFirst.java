package tenbin.proof.noninterference;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Lays the dice before any test has drawn anything: the runtime makes its generators once. */
public final class DiceFirst implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Dice.install();
  }
}

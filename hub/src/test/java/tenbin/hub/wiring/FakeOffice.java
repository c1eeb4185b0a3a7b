package tenbin.hub.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.spine.checkup.TableState;
import tenbin.spine.checkup.Vitals;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.collect.mailbox.DeadMail;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.collect.mailbox.Questionable;
import tenbin.spine.health.Health;

/** What the secretariat's pages ask for, in memory. */
final class FakeOffice implements MailOffice {
  private final Map<String, DeadMail> mails = new ConcurrentHashMap<>();

  FakeOffice() {
    mails.put(
        "m-1",
        new DeadMail("m-1", "imap", Fake.NOW, "who@ever.example", Fake.EVIL, "to nobody at all"));
  }

  @Override
  public List<Questionable> questionable() {
    return List.of(
        new Questionable(Fake.A, "Abuse@alpha.example", Fake.NOW, "5.1.1"),
        new Questionable(Fake.B, "gone@bravo.example", Fake.NOW, "5.1.1"));
  }

  @Override
  public List<DeadMail> deadMails(int most) {
    return List.copyOf(mails.values());
  }

  @Override
  public boolean putAside(String mail, String why, Instant at) {
    return mails.remove(mail) != null;
  }

  @Override
  public boolean bringBack(String mail) {
    return false;
  }

  /** A hub of which nearly everything is wrong. */
  static Vitals vitals() {
    return new Vitals(
        Fake.NOW,
        new Vitals.Store(true, Duration.ofMillis(3), 12_000_000),
        false,
        new Vitals.Disk(true, 3_000_000_000L, 4_000_000_000L),
        new Vitals.Queue(7, 1_000_000, Optional.of(Fake.NOW.minusSeconds(3_600))),
        new Vitals.Delay(9, Duration.ofMillis(400), Duration.ofSeconds(61), Duration.ofSeconds(90)),
        new Vitals.Outward(2, 1, Optional.of(Fake.NOW.minusSeconds(600))),
        List.of(new WaysIn.LastIn("api", Fake.NOW.minusSeconds(60), 12)),
        List.of(new Health("mailbox:x", Optional.empty(), Optional.of(Fake.NOW), Fake.EVIL, 2)),
        List.of(
            new TableState("a.pfx2as", Fake.NOW, 99, Fake.NOW, 0, "not a table"),
            new TableState("delegated", Fake.NOW, 99, Fake.NOW, 3, "")));
  }

  /** One intake whatever the way. */
  record Ways(Intake intake) implements WaysIn {
    @Override
    public Intake by(String way) {
      return intake;
    }

    @Override
    public List<LastIn> last() {
      return List.of();
    }
  }
}

package tenbin.hub.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.wire.Writer;
import tenbin.wire.intelmq.IntelMqWriter;
import tenbin.wire.lines.DisclosureLines;
import tenbin.wire.nine.NineColumns;
import tenbin.wire.shadowserver.ShadowserverWriter;
import tenbin.wire.xarf.XarfFourWriter;
import tenbin.wire.xarf.XarfParty;

/** The formats in which rows leave. */
public final class OutFormats {
  private OutFormats() {}

  /** All of them; XARF names a reporter, so it needs a secretariat with a mail address. */
  public static List<Writer> of(Circle circle) {
    List<Writer> writers = new ArrayList<>();
    writers.add(new NineColumns());
    writers.add(new ShadowserverWriter());
    writers.add(new IntelMqWriter());
    reporter(circle).ifPresent(party -> writers.add(new XarfFourWriter(party)));
    writers.add(new DisclosureLines());
    return writers;
  }

  private static Optional<XarfParty> reporter(Circle circle) {
    return circle.secretariat().stream()
        .flatMap(office -> office.contacts().stream())
        .map(Contact::mail)
        .filter(mail -> mail.indexOf('@') > 0 && mail.indexOf('@') < mail.length() - 1)
        .findFirst()
        .map(mail -> new XarfParty(circle.name(), mail, mail.substring(mail.indexOf('@') + 1)));
  }
}

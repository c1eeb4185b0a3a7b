package tenbin.wire;

import java.util.List;
import tenbin.wire.intelmq.IntelMqReader;
import tenbin.wire.mail.MailReader;
import tenbin.wire.n6.NSixReader;
import tenbin.wire.xarf.XarfFourReader;
import tenbin.wire.xarf.XarfThreeReader;

/** The one list of the formats that are read. At equal likeness the earlier one is chosen. */
final class StandardReaders {
  private StandardReaders() {}

  static List<Reader> all() {
    return List.of(
        new XarfFourReader(),
        new XarfThreeReader(),
        new NSixReader(),
        new IntelMqReader(),
        MailReader.arf(),
        MailReader.xarf(),
        MailReader.any());
  }
}

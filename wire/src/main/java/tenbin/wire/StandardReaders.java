package tenbin.wire;

import java.util.List;
import tenbin.wire.archive.ArchiveReader;
import tenbin.wire.csv.PlainCsvReader;
import tenbin.wire.cyscon.CysconReader;
import tenbin.wire.dshield.BlockListReader;
import tenbin.wire.dshield.LogReader;
import tenbin.wire.intelmq.IntelMqReader;
import tenbin.wire.mail.MailReader;
import tenbin.wire.n6.NSixReader;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.spamhaus.SpamhausCertReader;
import tenbin.wire.xarf.XarfFourReader;
import tenbin.wire.xarf.XarfThreeReader;

/** The one list of the formats that are read. At equal likeness the earlier one is chosen. */
final class StandardReaders {
  private StandardReaders() {}

  static List<Reader> all() {
    return List.of(
        new ArchiveReader(),
        ShadowserverReader.standard(),
        new SpamhausCertReader(),
        new BlockListReader(),
        new LogReader(),
        new XarfFourReader(),
        new XarfThreeReader(),
        new NSixReader(),
        new IntelMqReader(),
        MailReader.arf(),
        MailReader.xarf(),
        MailReader.any(),
        new CysconReader(),
        new PlainCsvReader());
  }
}

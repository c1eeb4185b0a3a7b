package tenbin.wire.standard;

import java.util.List;
import tenbin.wire.Formats;
import tenbin.wire.archive.ArchiveReader;
import tenbin.wire.csv.PlainCsvReader;
import tenbin.wire.cyscon.CysconReader;
import tenbin.wire.dshield.BlockListReader;
import tenbin.wire.dshield.LogReader;
import tenbin.wire.intelmq.IntelMqReader;
import tenbin.wire.mail.MailReader;
import tenbin.wire.mail.MboxReader;
import tenbin.wire.n6.NSixReader;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.spamhaus.SpamhausCertReader;
import tenbin.wire.xarf.XarfFourReader;
import tenbin.wire.xarf.XarfThreeReader;

/** All formats of this version, in one list: one line adds a format. */
public final class StandardFormats {
  private static final Formats ALL =
      new Formats(
          List.of(
              new ArchiveReader(),
              ShadowserverReader.standard(),
              new SpamhausCertReader(),
              new BlockListReader(),
              new LogReader(),
              new XarfFourReader(),
              new XarfThreeReader(),
              new NSixReader(),
              new IntelMqReader(),
              new MboxReader(),
              MailReader.arf(),
              MailReader.xarf(),
              MailReader.any(),
              new CysconReader(),
              new PlainCsvReader()));

  private StandardFormats() {}

  /** All formats; at equal likeness the earlier one is chosen. */
  public static Formats all() {
    return ALL;
  }
}

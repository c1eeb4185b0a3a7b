package tenbin.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import tenbin.balance.Disclosure;

/** Turns Disclosures into one format's bytes. Stateless; any thread. Takes nothing else. */
public interface Writer {
  Format format();

  /** The media type for HTTP and mail, with its charset where it is text. */
  String mediaType();

  /** The usual ending of a file's name, without a dot. */
  String fileEnding();

  /** Writes all, with whatever the format needs before and after; does not close the stream. */
  void write(Iterator<Disclosure> rows, OutputStream out) throws IOException;
}

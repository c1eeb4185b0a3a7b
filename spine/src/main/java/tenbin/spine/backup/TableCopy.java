package tenbin.spine.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tenbin.nouns.report.Digest;

/** Rows of tables out of a database and into one, by PostgreSQL's COPY in its text format. */
final class TableCopy {
  private final CopyManager copies;

  TableCopy(Connection connection) throws SQLException {
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Writes a table and tells what was written. */
  Manifest.Table out(String name, String columns, OutputStream to)
      throws SQLException, IOException {
    MessageDigest running = Digest.start();
    DigestOutputStream through = new DigestOutputStream(new Open(to), running);
    long rows =
        copies.copyOut("copy " + Catalogue.quoted(name) + " (" + columns + ") to stdout", through);
    return new Manifest.Table(name, columns, rows, Digest.finish(running).hex());
  }

  /** The same without keeping the bytes. */
  Manifest.Table measure(String name, String columns) throws SQLException, IOException {
    return out(name, columns, OutputStream.nullOutputStream());
  }

  long in(String name, String columns, InputStream from) throws SQLException, IOException {
    return copies.copyIn("copy " + Catalogue.quoted(name) + " (" + columns + ") from stdin", from);
  }

  /** COPY closes nothing that is not its own: the next table goes into the same archive. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

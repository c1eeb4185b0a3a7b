package tenbin.spine.deliver.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tenbin.wire.Writer;

/**
 * What a writer made of a parcel's disclosures. Its size can be asked before it is known whether it
 * will leave; its bytes only after the parcel released it, so after the ledger's line.
 */
public final class Written {
  /** The earliest time that a zip can say; the rows have their own, and a retry gives the same. */
  private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String format;
  private final String mediaType;
  private final String fileEnding;
  private final byte[] bytes;
  private boolean released;

  Written(String format, String mediaType, String fileEnding, byte[] bytes) {
    this.format = format;
    this.mediaType = mediaType;
    this.fileEnding = fileEnding;
    this.bytes = bytes;
  }

  static Written by(Writer writer, byte[] bytes) {
    return new Written(writer.format().name(), writer.mediaType(), writer.fileEnding(), bytes);
  }

  public String format() {
    return format;
  }

  public String mediaType() {
    return mediaType;
  }

  public String fileEnding() {
    return fileEnding;
  }

  public int size() {
    return bytes.length;
  }

  /** The same, zipped under a file name. */
  public Written zip(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(ZIP_EPOCH);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail to be written", impossible);
    }
    return new Written(format + "+zip", "application/zip", "zip", out.toByteArray());
  }

  /**
   * The bytes, to be sent now.
   *
   * @throws IllegalStateException when the parcel has not released them
   */
  public byte[] bytes() {
    if (!released) {
      throw new IllegalStateException(format + " was not released: the ledger knows nothing of it");
    }
    return bytes.clone();
  }

  byte[] unreleased() {
    return bytes;
  }

  void markReleased() {
    released = true;
  }
}

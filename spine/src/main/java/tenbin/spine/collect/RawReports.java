package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Folders;

/**
 * The bytes of reports as received, as files: begun ones by reporter, complete ones by their
 * digest. A name appears only when the bytes behind it are flushed.
 */
final class RawReports {
  /** Large enough that a disk is not kept waiting, small beside a connection's other memory. */
  private static final int BUFFER = 1 << 18;

  /** A sender that did not come back for so long begins anew. */
  private static final Duration ABANDONED = Duration.ofDays(7);

  private final Path begun;
  private final RawStore complete;
  private final long reserveBytes;

  RawReports(Path data, RawStore complete, long reserveBytes) throws IOException {
    this.begun = Folders.secret(data.resolve("begun"));
    this.complete = complete;
    this.reserveBytes = reserveBytes;
  }

  Path begun(MemberId reporter, Digest digest) throws IOException {
    return Folders.secret(begun.resolve(reporter.text())).resolve(digest.hex() + ".part");
  }

  Path begun(MemberId reporter) throws IOException {
    return Folders.secret(begun.resolve(reporter.text()))
        .resolve("stream-" + UUID.randomUUID() + ".part");
  }

  int countBegun(MemberId reporter) throws IOException {
    try (Stream<Path> files = Files.list(Folders.secret(begun.resolve(reporter.text())))) {
      return Math.toIntExact(files.count());
    }
  }

  /** Whether the bytes of a complete report are there. */
  boolean has(Digest digest) {
    return Files.exists(complete.file(digest));
  }

  /** Whether complete reports can be kept at all. */
  boolean isThere() {
    return complete.isThere();
  }

  /** How many bytes of a begun upload are on disk, flushed by now. */
  static long durableBytes(Path part) throws IOException {
    if (!Files.exists(part)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
      return channel.size();
    }
  }

  /**
   * Appends what the stream gives and flushes it, also when the stream fails half way.
   *
   * @param most bytes that may come
   * @param running takes the bytes that pass by
   * @throws UploadRefused when more comes or the disk fills up
   */
  void append(Path part, InputStream bytes, long most, MessageDigest running)
      throws IOException, UploadRefused {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      try {
        copy(bytes, channel, most, running);
      } finally {
        channel.force(true);
      }
    }
    Folders.flush(Folders.of(part));
  }

  private void copy(InputStream bytes, FileChannel channel, long most, MessageDigest running)
      throws IOException, UploadRefused {
    byte[] buffer = new byte[BUFFER];
    long taken = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      if (taken + read > most) {
        throw new UploadRefused(
            UploadRefused.Cause.TOO_LARGE, "more than the " + most + " bytes that may come");
      }
      refuseWhenFull(read);
      running.update(buffer, 0, read);
      ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      taken += read;
    }
  }

  /** Refuses when so many more bytes would touch the reserve. */
  void refuseWhenFull(long coming) throws IOException, UploadRefused {
    if (Files.getFileStore(begun).getUsableSpace() - coming < reserveBytes) {
      throw new UploadRefused(
          UploadRefused.Cause.DISK_FULL, "the hub's disk is full; come again later");
    }
  }

  static Digest digestOf(Path file) throws IOException {
    MessageDigest running = Digest.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        running.update(buffer, 0, read);
      }
    }
    return Digest.finish(running);
  }

  /** Gives complete bytes their final name, durably. */
  void keep(Path part, Digest digest) throws IOException {
    Path file = complete.file(digest);
    for (Path folder : List.of(Folders.of(Folders.of(file)), Folders.of(file))) {
      if (!Files.isDirectory(folder)) {
        Folders.secret(folder);
        Folders.flush(Folders.of(folder));
      }
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Folders.flush(Folders.of(file));
  }

  /** Removes begun uploads that nobody came back for, and streams that a crash cut. */
  void sweep(Instant now) throws IOException {
    try (Stream<Path> files = Files.walk(begun)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean old = Files.getLastModifiedTime(file).toInstant().plus(ABANDONED).isBefore(now);
        if (old || file.getFileName().toString().startsWith("stream-")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}

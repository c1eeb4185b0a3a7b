package tenbin.spine.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Seals what is written, piece by piece. Only {@link #finish} makes it whole. */
final class SealedStream extends OutputStream {
  private final Seal seal;
  private final OutputStream to;
  private final byte[] piece = new byte[Seal.PIECE];
  private int filled;
  private long number;

  SealedStream(Seal seal, OutputStream to) throws IOException {
    this.seal = seal;
    this.to = to;
    to.write(seal.head());
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      // A full piece waits for more: the last one is sealed as the last.
      if (filled == Seal.PIECE) {
        put(false);
      }
      int some = Math.min(left, Seal.PIECE - filled);
      System.arraycopy(bytes, at, piece, filled, some);
      filled += some;
      at += some;
      left -= some;
    }
  }

  private void put(boolean last) throws IOException {
    try {
      to.write(seal.close(number, last, piece, filled));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every JDK seals with AES-GCM", broken);
    }
    number++;
    filled = 0;
  }

  /** Writes the last piece and lets everything through. */
  void finish() throws IOException {
    put(true);
    to.flush();
  }

  @Override
  public void flush() {
    // A piece is written when it is full; whoever flushes before that gets no smaller ones.
  }
}

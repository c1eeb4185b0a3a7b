package tenbin.spine.deliver.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.ledger.Receipt;
import tenbin.wire.Writer;

/**
 * One delivery: disclosures decided just now, for one subscription. Bytes come out of it only
 * through {@link #release}, which writes the ledger's line first. One thread.
 */
public final class Parcel {
  private final Deliveries ledger;
  private final Subscription subscription;
  private final UUID delivery;
  private final Writer format;
  private final List<Disclosure> rows;
  private Optional<Receipt> receipt = Optional.empty();

  Parcel(
      Deliveries ledger,
      Subscription subscription,
      UUID delivery,
      Writer format,
      List<Disclosure> rows) {
    this.ledger = ledger;
    this.subscription = subscription;
    this.delivery = delivery;
    this.format = format;
    this.rows = List.copyOf(rows);
  }

  public Subscription subscription() {
    return subscription;
  }

  /** What the receiver knows this delivery by: the same when the same rows are sent again. */
  public UUID delivery() {
    return delivery;
  }

  /** The writer of the format that the recipient ordered. */
  public Writer format() {
    return format;
  }

  public int rows() {
    return rows.size();
  }

  /**
   * Writes all rows.
   *
   * @throws NotSent {@link NotSent.Kind#TOO_LARGE} as soon as there are more bytes than that
   */
  public Written write(Writer writer, int mostBytes) throws NotSent {
    Bounded out = new Bounded(mostBytes);
    try {
      writer.write(rows.iterator(), out);
    } catch (Bounded.Full full) {
      throw NotSent.tooLarge(Obstacle.Cause.TOO_LARGE, rows.size() + " > " + mostBytes + " bytes");
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail to be written", impossible);
    }
    return Written.by(writer, out.toByteArray());
  }

  /**
   * Writes the ledger's line of these parts and opens their bytes. Once per parcel. The digest in
   * the ledger is that of all parts in this order, one behind the other.
   */
  public Receipt release(Written... parts) {
    if (receipt.isPresent()) {
      throw new IllegalStateException("one release per parcel");
    }
    Receipt line = ledger.record(left(List.of(parts)));
    receipt = Optional.of(line);
    for (Written part : parts) {
      part.markReleased();
    }
    return line;
  }

  /** The ledger's receipt, once something was released. */
  Optional<Receipt> receipt() {
    return receipt;
  }

  private Deliveries.Left left(List<Written> parts) {
    MessageDigest digest = Digest.start();
    parts.forEach(part -> digest.update(part.unreleased()));
    return new Deliveries.Left(
        subscription.recipient(),
        subscription.order().purpose(),
        rows.getFirst().terms().outlet(),
        parts.stream().map(Written::format).collect(Collectors.joining(",")),
        Footing.of(rows),
        Digest.finish(digest));
  }

  /** Memory with an end. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      room(1);
      kept.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      room(length);
      kept.write(bytes, from, length);
    }

    byte[] toByteArray() {
      return kept.toByteArray();
    }

    private void room(int length) throws Full {
      if (kept.size() > most - length) {
        throw new Full();
      }
    }

    private static final class Full extends IOException {
      private static final long serialVersionUID = 1L;
    }
  }
}

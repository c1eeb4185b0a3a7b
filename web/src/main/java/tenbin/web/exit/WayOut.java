package tenbin.web.exit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.ledger.Receipt;
import tenbin.wire.Writer;
import tools.jackson.databind.json.JsonMapper;

/** Writes the ledger's line of what is about to leave. Any thread. */
public final class WayOut {
  private static final String NOTE = WayOut.class.getName();
  private static final String HELD = NOTE + ".held";

  private final Deliveries deliveries;
  private final List<Writer> writers;
  private final JsonMapper json = JsonMapper.builder().build();
  private final LastLines lastLines = new LastLines();

  public WayOut(Deliveries deliveries, List<Writer> writers) {
    this.deliveries = deliveries;
    this.writers = List.copyOf(writers);
  }

  /** To whom, what for, through what. */
  public record Errand(MemberId recipient, Purpose purpose, Outlet outlet) {}

  /** Bytes that have their line in the ledger and may go. */
  public static final class Parcel {
    private final byte[] bytes;
    private final Receipt receipt;

    private Parcel(byte[] bytes, Receipt receipt) {
      this.bytes = bytes;
      this.receipt = receipt;
    }

    /** The bytes themselves, no copy: they are about to be written and forgotten. */
    public byte[] bytes() {
      return bytes;
    }

    public Receipt receipt() {
      return receipt;
    }

    /** As the answer to a request, with the receipt beside the bytes. */
    public ResponseEntity<byte[]> answer(String mediaType) {
      return ResponseEntity.ok()
          .header("Content-Type", mediaType)
          .header(LedgerDoor.RECEIPT, receipt.id().toString())
          .body(bytes);
    }
  }

  /** The rows of a page, to be recorded when its bytes are known. */
  record Noted(Errand errand, Footing footing) {}

  /** What rows can be written as. */
  public List<Writer> writers() {
    return writers;
  }

  /** The writer of a format's name; "nine" is short for the nine columns. */
  public Optional<Writer> writer(String format) {
    String name = format.equals("nine") ? "nine-columns" : format;
    return writers.stream().filter(each -> each.format().name().equals(name)).findFirst();
  }

  /** Writes rows in a format and records them. */
  public Parcel pack(Errand errand, Writer writer, List<Disclosure> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(rows.iterator(), bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] body = bytes.toByteArray();
    Receipt receipt = recordAs(noted(errand, rows), writer.format().name(), body);
    return new Parcel(body, receipt);
  }

  /** Records what is told besides rows in bytes that somebody made of it. */
  public Parcel packAs(Errand errand, String format, Collection<Disclosure> told, byte[] bytes) {
    return new Parcel(bytes, recordAs(noted(errand, told), format, bytes));
  }

  /** Writes what is told besides rows as JSON and records it. */
  public Parcel packTold(Errand errand, Collection<Disclosure> told, Map<String, Object> body) {
    byte[] bytes = json.writeValueAsBytes(body);
    return new Parcel(bytes, recordAs(noted(errand, told), "json", bytes));
  }

  /**
   * Says that the page being made shows these; {@link LedgerDoor} records them. A page may show
   * things for several purposes, each with a line of its own.
   *
   * @throws IllegalStateException when the door does not hold this page: nothing would be recorded
   */
  public void willShow(HttpServletRequest request, Errand errand, Collection<Disclosure> rows) {
    if (!rows.isEmpty() && request.getAttribute(HELD) == null) {
      throw new IllegalStateException("a page with rows outside the ledger's door");
    }
    if (!rows.isEmpty()) {
      List<Noted> all = new ArrayList<>(noted(request));
      all.add(noted(errand, rows));
      request.setAttribute(NOTE, new Notes(all));
    }
  }

  /** The door holds the page of this request back until it is recorded. */
  static void held(HttpServletRequest request) {
    request.setAttribute(HELD, true);
  }

  private record Notes(List<Noted> all) {}

  static List<Noted> noted(HttpServletRequest request) {
    return request.getAttribute(NOTE) instanceof Notes notes ? notes.all : List.of();
  }

  /** The newest line of a page that went to a member, as far as it is remembered. */
  public Optional<Receipt> lastLine(MemberId member, String path) {
    return lastLines.of(member, path);
  }

  /** Records a page and remembers under which line it stands. */
  Receipt record(Noted noted, String path, byte[] body) {
    Receipt receipt = recordAs(noted, "html", body);
    lastLines.remember(noted.errand.recipient, path, receipt);
    return receipt;
  }

  private Receipt recordAs(Noted noted, String format, byte[] body) {
    Errand errand = noted.errand;
    return deliveries.record(
        new Deliveries.Left(
            errand.recipient,
            errand.purpose,
            errand.outlet,
            format,
            noted.footing,
            Digest.of(body)));
  }

  private static Noted noted(Errand errand, Collection<Disclosure> rows) {
    return new Noted(errand, Footing.of(rows));
  }
}

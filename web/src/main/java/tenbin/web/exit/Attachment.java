package tenbin.web.exit;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** A file that somebody laid into the hub, on its way out as a download and nothing else. */
public final class Attachment {
  private Attachment() {}

  /** No browser shows it, whatever it is: it is bytes, under its name, in nobody's origin. */
  public static ResponseEntity<byte[]> of(String name, WayOut.Parcel parcel) {
    return ResponseEntity.ok()
        .header("Content-Type", "application/octet-stream")
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header(LedgerDoor.RECEIPT, parcel.receipt().id().toString())
        .body(parcel.bytes());
  }
}

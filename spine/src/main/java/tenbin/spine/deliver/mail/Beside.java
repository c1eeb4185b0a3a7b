package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What goes with a notice beside its texts.
 *
 * @param table a file with lines of CSV (RFC 4180) in UTF-8
 * @param stop where its reader says in one step that it wants no more
 */
public record Beside(Optional<Table> table, Optional<URI> stop) {
  /** The texts alone. */
  public static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());

  /**
   * An attached table.
   *
   * @param name of the file
   * @param text its lines, of what was disclosed
   */
  public record Table(String name, String text) {}

  String format() {
    return table.isPresent() ? ",csv" : "";
  }

  void addTo(MessageDigest digest) {
    table.ifPresent(each -> digest.update(each.text.getBytes(UTF_8)));
  }

  void addTo(DigestMail mail) throws MessagingException {
    if (table.isPresent()) {
      mail.attach(table.get().text.getBytes(UTF_8), "text/csv; charset=utf-8", table.get().name);
    }
    if (stop.isPresent()) {
      mail.stopAt(stop.get());
    }
  }
}

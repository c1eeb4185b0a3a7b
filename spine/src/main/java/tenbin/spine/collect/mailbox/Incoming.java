package tenbin.spine.collect.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPMessage;
import tenbin.spine.post.HubAddress;

/** A mail in the mailbox, as far as its header tells; its bytes come from the server when asked. */
final class Incoming {
  /**
   * What mail systems write of the envelope (RFC 5321 section 2.3.1), before what the sender wrote.
   */
  private static final List<String> ENVELOPE =
      List.of("Delivered-To", "X-Original-To", "Envelope-To");

  private static final List<String> WRITTEN = List.of("To", "Cc");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9.-]{1,255}");

  /** RFC 5321 section 6.3: "at least 100 Received entries". */
  private static final int MOST_HOPS = 100;

  /** What "Precedence" says of mail that no person wrote to one other (RFC 3834 section 2). */
  private static final Set<String> TO_MANY = Set.of("bulk", "junk", "list");

  private static final int MOST_NAME = 80;
  private static final int MOST_HEADER = 64 << 10;

  private final MimeMessage mail;

  Incoming(MimeMessage mail) {
    this.mail = mail;
  }

  /**
   * What the hub's own addresses on it say it is for; more than one when it was sent to several.
   */
  Set<HubAddress.Tagged> tags(HubAddress hub) throws MessagingException {
    Set<HubAddress.Tagged> tags = tags(hub, ENVELOPE);
    return tags.isEmpty() ? tags(hub, WRITTEN) : tags;
  }

  private Set<HubAddress.Tagged> tags(HubAddress hub, List<String> names)
      throws MessagingException {
    Set<HubAddress.Tagged> tags = new LinkedHashSet<>();
    for (String name : names) {
      for (String value : values(name)) {
        Matcher address = ADDRESS.matcher(value);
        while (address.find()) {
          hub.read(address.group()).ifPresent(tags::add);
        }
      }
    }
    return tags;
  }

  /** Whether the hub sent it itself, or it has been going round. */
  boolean isLoop(HubAddress hub) throws MessagingException {
    return !values("Tenbin-Delivery").isEmpty()
        || hub.isOwnMessageId(first("Message-ID"))
        || values("Received").size() >= MOST_HOPS;
  }

  /** Whether a machine wrote it in answer to something (RFC 3834 section 5). */
  boolean isAutomaticReply() throws MessagingException {
    return first("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied")
        || first("Precedence").equalsIgnoreCase("auto_reply")
        || !values("X-Autoreply").isEmpty()
        || !values("X-Autorespond").isEmpty();
  }

  /**
   * Whether a machine wrote it, or it went to many at once: no person's answer looks like that.
   * Reports do.
   */
  boolean isAutomatic() throws MessagingException {
    String submitted = first("Auto-Submitted").strip();
    return isAutomaticReply()
        || !submitted.isEmpty() && !submitted.equalsIgnoreCase("no")
        || TO_MANY.contains(first("Precedence").strip().toLowerCase(Locale.ROOT))
        || first("Return-Path").strip().equals("<>");
  }

  long size() throws MessagingException {
    return mail.getSize();
  }

  /** As the sender claims. */
  String sender() throws MessagingException {
    return clean(first("From"));
  }

  /** The mailbox that it claims to be from; empty when it names none or several. */
  static Optional<String> sender(MimeMessage mail) {
    try {
      Address[] from = mail.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress one
          ? Optional.ofNullable(one.getAddress()).filter(address -> !address.isEmpty())
          : Optional.empty();
    } catch (MessagingException unreadable) {
      return Optional.empty();
    }
  }

  String title() throws MessagingException {
    return clean(Optional.ofNullable(mail.getSubject()).orElse(""));
  }

  /** A file name for the report. */
  String fileName() throws MessagingException {
    String name = title().replaceAll("[\\\\/:*?\"<>|]", "_").strip();
    return (name.isEmpty() ? "mail" : name) + ".eml";
  }

  /** The whole mail as the server has it, in pieces. */
  InputStream raw() throws MessagingException, IOException {
    if (mail instanceof IMAPMessage imap) {
      return imap.getMimeStream();
    }
    throw new IOException("not a mail of an IMAP server");
  }

  private String first(String name) throws MessagingException {
    List<String> values = values(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  private List<String> values(String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null
        ? List.of()
        : java.util.Arrays.stream(values)
            .map(value -> value.length() > MOST_HEADER ? value.substring(0, MOST_HEADER) : value)
            .toList();
  }

  private static String clean(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() > MOST_NAME ? plain.substring(0, MOST_NAME) : plain;
  }
}

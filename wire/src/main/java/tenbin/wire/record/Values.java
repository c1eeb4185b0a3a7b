package tenbin.wire.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.HostName;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Sink;
import tenbin.wire.text.Addresses;
import tenbin.wire.text.HostNames;
import tenbin.wire.text.Numbers;
import tenbin.wire.text.RowFaults;
import tenbin.wire.text.Times;

/**
 * Turns the texts of one report's records into values, and reports what is wrong with them at the
 * record's place. An empty text is "not told". Not for several threads.
 */
public final class Values {
  private final RowFaults faults;
  private final Times times;
  private final MailDates mailDates;
  private final Addresses addresses = new Addresses();

  /**
   * The values of one report.
   *
   * @param sink where faults go
   * @param receivedAt bounds the plausible times
   */
  public Values(Sink sink, Instant receivedAt) {
    this.faults = new RowFaults(sink, "");
    this.times = new Times(receivedAt);
    this.mailDates = new MailDates(times);
  }

  /** The record that is read now, 1 for the first. */
  public void at(long row) {
    faults.at(row, -1);
  }

  /** Notes something at the record's place. */
  public void note(Fault fault, String detail) throws IOException {
    faults.report(fault, detail);
  }

  /** Reports that the record is lost. */
  public void lost(RecordLost why) throws IOException {
    faults.report(why.fault(), why.detail());
  }

  /** The record's time, in RFC 3339's forms or a mail's (RFC 5322 section 3.3). */
  public Moment time(String name, String text) throws IOException, RecordLost {
    if (text.isBlank()) {
      throw new RecordLost(Fault.TIME_MISSING, name);
    }
    Optional<Moment> time = times.read(text);
    if (time.isPresent()) {
      if (!times.hadZone()) {
        note(Fault.TIME_WITHOUT_ZONE, name + " \"" + text + "\" taken as UTC");
      }
      return time.get();
    }
    if (times.fault() == Fault.TIME_IMPLAUSIBLE) {
      throw new RecordLost(Fault.TIME_IMPLAUSIBLE, name + " \"" + text + "\"");
    }
    return mailDates.read(name, text, this);
  }

  /** An address; {@link Address#NONE} when not told or unreadable, which is then noted. */
  public Address address(String name, String text) throws IOException {
    if (text.isBlank()) {
      return Address.NONE;
    }
    Address address = addresses.read(text);
    if (address.isPresent()) {
      faults.note(addresses, name, address);
    } else {
      note(Fault.VALUE_UNREADABLE, name + " \"" + text + "\" is no address");
    }
    return address;
  }

  /** An address without which the record is lost. */
  public Address neededAddress(String name, String text) throws IOException, RecordLost {
    if (text.isBlank()) {
      throw new RecordLost(Fault.ADDRESS_MISSING, name);
    }
    Address address = addresses.read(text);
    if (!address.isPresent()) {
      throw new RecordLost(Fault.ADDRESS_UNREADABLE, name + " \"" + text + "\"");
    }
    faults.note(addresses, name, address);
    return address;
  }

  /** A port; {@link Endpoint#NO_PORT} when not told or unreadable, which is then noted. */
  public int port(String name, String text) throws IOException {
    if (text.isBlank()) {
      return Endpoint.NO_PORT;
    }
    int port = Numbers.port(text);
    if (port == Numbers.NOT_ONE) {
      note(Fault.PORT_UNREADABLE, name + " \"" + text + "\"");
      return Endpoint.NO_PORT;
    }
    return port;
  }

  /** An AS number; {@link Asn#NONE} when not told or unreadable, which is then noted. */
  public Asn asn(String name, String text) throws IOException {
    if (text.isBlank()) {
      return Asn.NONE;
    }
    Optional<Asn> asn = Asn.tryParse(text.trim());
    if (asn.isEmpty()) {
      note(Fault.ASN_UNREADABLE, name + " \"" + text + "\"");
    }
    return asn.orElse(Asn.NONE);
  }

  /** A host name in A-label form; "" when not told or unreadable, which is then noted. */
  public String host(String name, String text) throws IOException {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return "";
    }
    byte[] bytes = plain.getBytes(UTF_8);
    Optional<String> host = HostNames.read(bytes, 0, bytes.length);
    if (host.isEmpty()) {
      note(Fault.VALUE_UNREADABLE, name + " \"" + text + "\" is no host name");
    }
    return host.orElse("");
  }

  public Transport transport(String name, String text) throws IOException {
    Optional<Transport> transport = Transport.tryParse(text);
    if (transport.isEmpty()) {
      note(Fault.VALUE_UNREADABLE, name + " \"" + text + "\" is no transport");
    }
    return transport.orElse(Transport.NOT_TOLD);
  }

  public Severity severity(String name, String text) throws IOException {
    Optional<Severity> severity = Severity.tryParse(text);
    if (severity.isEmpty()) {
      note(Fault.VALUE_UNREADABLE, name + " \"" + text + "\" is no severity");
    }
    return severity.orElse(Severity.NOT_TOLD);
  }

  /** A count of at least 1; 1 when not told or unreadable, which is then noted. */
  public long count(String name, String text) throws IOException {
    if (text.isBlank()) {
      return 1;
    }
    byte[] bytes = text.trim().getBytes(UTF_8);
    long count = Numbers.read(bytes, 0, bytes.length, Long.MAX_VALUE);
    if (count < 1) {
      note(Fault.VALUE_UNREADABLE, name + " \"" + text + "\" is no count");
      return 1;
    }
    return count;
  }

  /**
   * An end with the host, or the address, that a URL names, where the record told neither.
   *
   * @param url any text; what is no URL with a host changes nothing
   */
  public static Endpoint withHostOf(String url, Endpoint end) {
    if (url.isEmpty() || end.address().isPresent() || !end.host().isEmpty()) {
      return end;
    }
    String host = hostOf(url);
    Address address = Address.tryParse(host).orElse(Address.NONE);
    String name =
        address.isPresent() ? "" : HostName.tryParse(host).map(HostName::ascii).orElse("");
    return new Endpoint(address, end.port(), end.asn(), name, end.reverseName());
  }

  /** The host of RFC 3986 section 3.2.2, brackets off; "" when there is none. */
  private static String hostOf(String url) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int from = scheme + "://".length();
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int user = url.lastIndexOf('@', end - 1);
    String authority = url.substring(user < from ? from : user + 1, end);
    if (authority.startsWith("[")) {
      return authority.substring(1, Math.max(1, authority.indexOf(']')));
    }
    int colon = authority.indexOf(':');
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  /**
   * Checks that a record names somebody: an address, a host or a URL.
   *
   * @param names where it could have been told
   * @throws RecordLost when it did not
   */
  public static void needSomebody(Endpoint about, String url, List<String> names)
      throws RecordLost {
    if (!about.address().isPresent() && about.host().isEmpty() && url.isEmpty()) {
      throw new RecordLost(Fault.ADDRESS_MISSING, "none of " + String.join(", ", names));
    }
  }
}

package tenbin.wire.csv;

import java.io.IOException;
import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.report.Fault;
import tenbin.wire.text.Addresses;
import tenbin.wire.text.HostNames;
import tenbin.wire.text.Numbers;
import tenbin.wire.text.RowFaults;

/** Reads one side of an observation from a row. Not for several threads. */
final class SideReader {
  private final Addresses addresses = new Addresses();
  private final SliceCache<Optional<Asn>> asns =
      new SliceCache<>(text -> Asn.tryParse(text.trim()));
  private final CsvRows cells;
  private final KeptColumns kept;
  private final RowFaults faults;
  private final String name;
  private final boolean isAbout;
  private final int[] address;
  private final int[] port;
  private final int[] asn;
  private final int[] host;
  private final int[] mailbox;
  private final int[] reverse;

  private boolean addressRefused;

  private SideReader(Reading reading, String name, boolean isAbout, int[] mailbox, Role... roles) {
    this.cells = reading.cells();
    this.kept = reading.kept();
    this.faults = reading.faults();
    this.name = name;
    this.isAbout = isAbout;
    Places places = reading.places();
    this.address = places.of(roles[0]);
    this.port = places.of(roles[1]);
    this.asn = places.of(roles[2]);
    this.host = places.of(roles[3]);
    this.reverse = places.of(roles[4]);
    this.mailbox = mailbox;
  }

  /** What both sides of a row are read with. */
  record Reading(CsvRows cells, Places places, KeptColumns kept, RowFaults faults) {}

  static SideReader source(Reading reading, boolean isAbout) {
    return new SideReader(
        reading,
        "source",
        isAbout,
        reading.places().of(Role.SOURCE_MAILBOX),
        Role.SOURCE_ADDRESS,
        Role.SOURCE_PORT,
        Role.SOURCE_ASN,
        Role.SOURCE_HOST,
        Role.SOURCE_REVERSE);
  }

  static SideReader destination(Reading reading, boolean isAbout) {
    return new SideReader(
        reading,
        "destination",
        isAbout,
        new int[0],
        Role.DESTINATION_ADDRESS,
        Role.DESTINATION_PORT,
        Role.DESTINATION_ASN,
        Role.DESTINATION_HOST,
        Role.DESTINATION_REVERSE);
  }

  Endpoint read() throws IOException {
    Address readAddress = readAddress();
    int readPort = readPort();
    Asn readAsn = readAsn();
    String readHost = readHost();
    String readReverse = readReverse();
    boolean nothing =
        !readAddress.isPresent()
            && readPort == Endpoint.NO_PORT
            && !readAsn.isPresent()
            && readHost.isEmpty()
            && readReverse.isEmpty();
    return nothing
        ? Endpoint.NONE
        : new Endpoint(readAddress, readPort, readAsn, readHost, readReverse);
  }

  /** Whether an address was written that is none. */
  boolean addressRefused() {
    return addressRefused;
  }

  private Address readAddress() throws IOException {
    addressRefused = false;
    int at = kept.firstTold(address);
    if (at < 0) {
      return Address.NONE;
    }
    Address read = addresses.read(cells.bytes(), cells.from(at), cells.to(at));
    if (!read.isPresent()) {
      kept.keep(at);
      return blockOrNone(at);
    }
    if (isAbout) {
      faults.note(addresses, name, read);
    } else {
      faults.noteForm(addresses, name, read);
    }
    return read;
  }

  /** A whole block in the place of an address stands for its first one. */
  private Address blockOrNone(int at) throws IOException {
    Optional<Prefix> block =
        cells.to(at) - cells.from(at) < 50 ? Prefix.tryParse(cells.text(at)) : Optional.empty();
    if (block.isPresent()) {
      return block.get().first();
    }
    addressRefused = true;
    if (!isAbout) {
      note(Fault.VALUE_UNREADABLE, "address", at);
    }
    return Address.NONE;
  }

  private int readPort() throws IOException {
    int at = kept.firstTold(port);
    if (at < 0) {
      return Endpoint.NO_PORT;
    }
    int read = Numbers.port(cells.bytes(), cells.from(at), cells.to(at));
    if (read < 0) {
      note(Fault.PORT_UNREADABLE, "port", at);
      kept.keep(at);
      return Endpoint.NO_PORT;
    }
    return read;
  }

  private Asn readAsn() throws IOException {
    int at = kept.firstTold(asn);
    if (at < 0) {
      return Asn.NONE;
    }
    Optional<Asn> read = asns.get(cells.bytes(), cells.from(at), cells.to(at));
    if (read.isEmpty()) {
      note(Fault.ASN_UNREADABLE, "AS number", at);
      kept.keep(at);
    }
    return read.orElse(Asn.NONE);
  }

  private String readHost() {
    int at = kept.firstTold(host);
    if (at >= 0) {
      Optional<String> read = Hosts.ofAuthority(cells.bytes(), cells.from(at), cells.to(at));
      if (read.isPresent()) {
        return read.get();
      }
      kept.keep(at);
    }
    int mail = kept.firstTold(mailbox);
    if (mail < 0) {
      return "";
    }
    kept.keep(mail);
    String text = cells.text(mail);
    int sign = text.lastIndexOf('@');
    return sign < 0 ? "" : Hosts.ofAuthority(text.substring(sign + 1)).orElse("");
  }

  private String readReverse() {
    int at = kept.firstTold(reverse);
    if (at < 0) {
      return "";
    }
    byte[] bytes = cells.bytes();
    int from = cells.from(at);
    int to = cells.to(at);
    Optional<String> read = HostNames.read(bytes, from, to);
    if (read.isEmpty()) {
      kept.keep(at);
    }
    return read.orElse("");
  }

  private void note(Fault fault, String what, int at) throws IOException {
    faults.report(fault, name + " " + what, cells.bytes(), cells.from(at), cells.to(at));
  }
}

package tenbin.spine.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.balance.Sectors;
import tenbin.balance.aggregate.Atom;
import tenbin.balance.ground.When;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Endpoint;
import tenbin.spine.storage.row.RowDecoder;
import tenbin.spine.storage.row.Stored;

/** Counts the rows of one day about members' networks. One thread. */
final class DayRows {
  /** Rows fetched at once: some megabytes. */
  private static final int FETCH = 5_000;

  /** A site's own block (RFC 6177 section 2): its machines are one subject. */
  private static final int SITE = 48;

  private final RowDecoder decoder;
  private final Circle circle;
  private final Sectors sectors;
  private final Audience audience;
  private final Instant knownAt;

  DayRows(RowDecoder decoder, Circle circle, Sectors sectors, Audience audience, Instant knownAt) {
    this.decoder = decoder;
    this.circle = circle;
    this.sectors = sectors;
    this.audience = audience;
    this.knownAt = knownAt;
  }

  List<Atom> of(Connection connection, LocalDate day) throws SQLException {
    Tally tally = new Tally();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + RowDecoder.COLUMNS
                + " from observation o join report r on r.id = o.report"
                + " where o.responsible > 0 and o.observed >= ? and o.observed < ?")) {
      query.setFetchSize(FETCH);
      query.setLong(1, nanos(day));
      query.setLong(2, nanos(day.plusDays(1)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          count(decoder.read(row, connection), tally);
        }
      }
    }
    return tally.atoms();
  }

  private static long nanos(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
  }

  private void count(Stored row, Tally tally) {
    if (row.attribution().responsible() instanceof Responsible.OfMember(MemberId member)
        && audience.counts(row.holder(), row.marking())) {
      Endpoint about =
          row.seen().sides().aboutSource() ? row.seen().source() : row.seen().destination();
      Instant at = row.seen().time().instant();
      String sector = sectors.of(member, about.address(), new When(at, knownAt)).word();
      Place place = Place.of(row.seen().kind().rsit(), sector, network(member, about.asn(), at));
      tally.add(place, subject(member, about, row), row.holder());
    }
  }

  /** Which of a member's systems: the one that the report names, or the only one that it has. */
  private long network(MemberId member, Asn told, Instant at) {
    List<Long> own = systems(circle, member, at);
    if (own.contains(told.number())) {
      return told.number();
    }
    return own.size() == 1 ? own.getFirst() : 0;
  }

  /** The systems that a member answered for. */
  static List<Long> systems(Circle circle, MemberId member, Instant at) {
    Optional<Member> found = circle.member(member);
    return found.map(Member::claims).orElse(List.of()).stream()
        .filter(claim -> claim.validity().holdsAt(at))
        .flatMap(claim ->
            claim.network() instanceof Network.AutonomousSystem(Asn asn)
                ? java.util.stream.Stream.of(asn.number())
                : java.util.stream.Stream.<Long>empty())
        .collect(Collectors.toList());
  }

  /** Whom a row is about: an address, a site's block, a host; else the member itself. */
  private static String subject(MemberId member, Endpoint about, Stored row) {
    Address address = about.address();
    if (address.isPresent()) {
      return address.isV4() ? address.toString() : Prefix.around(address, SITE).toString();
    }
    return about.host().isEmpty() ? member.text() + " " + row.seen().kind().rsit() : about.host();
  }
}

package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** A leak as the watch would tell it: so many prefixes, of them every fourth a member's. */
final class Leak {
  static final Instant BEGAN = Instant.parse("2017-08-25T03:22:00Z");
  static final MemberId KOGANE = new MemberId("kogane");
  static final MemberId MINATO = new MemberId("minato");
  static final UUID ID = UUID.fromString("00000000-0000-8000-8000-000000000001");
  static final Vantage AOZORAS =
      new Vantage("member:aozora", new Asn(64496), Address.parse("192.0.2.1"));
  static final Vantage PUBLIC = new Vantage("rrc06", new Asn(64510), Address.parse("2001:db8::1"));

  private Leak() {}

  static Incident of(State state, int prefixes, int now) {
    return new Incident(
        ID,
        new Cause(Kind.MASS_LEAK, new Asn(64505), ""),
        state,
        BEGAN,
        BEGAN.plusSeconds(prefixes),
        state.isOver() ? Optional.of(BEGAN.plusSeconds(600)) : Optional.empty(),
        prefixes,
        now,
        2,
        3,
        9,
        List.of(new Tag("many-networks", 6, "2,400"), new Tag("no-route-object", 3, "")),
        prefixes < 4
            ? List.of()
            : List.of(new Impact(KOGANE, prefixes / 4, now / 4), new Impact(MINATO, 1, 1)),
        prefixes - prefixes / 4,
        0);
  }

  static Prefix prefix(int number) {
    return Prefix.around(Address.ofV4(0x0b000000 + (number << 8)), 24);
  }

  static List<Affected> affected(int prefixes) {
    List<Affected> all = new ArrayList<>(prefixes);
    for (int i = 0; i < prefixes; i++) {
      Prefix prefix = prefix(i);
      all.add(
          new Affected(
              prefix,
              Prefix.around(prefix.first(), 16),
              i % 4 == 0 ? Optional.of(KOGANE) : Optional.empty(),
              new Asn(64498),
              new Asn(64498),
              BEGAN.plusMillis(i),
              Optional.empty(),
              2,
              2,
              "64496 64505 64498"));
    }
    return all;
  }

  static List<PathSeen> steps(Vantage from, int prefixes) {
    List<PathSeen> all = new ArrayList<>(prefixes);
    for (int i = 0; i < prefixes; i++) {
      all.add(
          new PathSeen(BEGAN.plusMillis(i), from, prefix(i), from.asn() + " 64511 64505 64498"));
    }
    return all;
  }
}

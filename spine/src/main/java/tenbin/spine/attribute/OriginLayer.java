package tenbin.spine.attribute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.roster.Standing;

/** One prefix-to-origin table with the circle's claims of autonomous systems laid over it. */
final class OriginLayer {
  /** An entry of the table, looked up once. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(Prefix prefix, long[] origins, String source) {}

  private final OriginTable table;
  private final ClaimLayer claims;
  private final Outsiders outsiders;
  private final MadeAnswers answers;

  OriginLayer(OriginTable table, ClaimLayer claims, Outsiders outsiders) {
    this.table = table;
    this.claims = claims;
    this.outsiders = outsiders;
    this.answers = new MadeAnswers(table.size(), this::make);
  }

  Attribution at(Address address, long nanos) {
    int entry = table.find(address, nanos);
    return entry == PrefixTable.NONE ? Attribution.NOT_COVERED : answers.at(entry, nanos);
  }

  private Timeline make(int entry) {
    Row row = new Row(table.prefix(entry), table.origins(entry), table.source(entry));
    long[] origins = row.origins();
    List<Standing> standings = new ArrayList<>();
    for (long origin : origins) {
      standings.addAll(claims.ofSystem(origin));
    }
    return standings.isEmpty()
        ? Timeline.always(outside(row))
        : Timeline.of(standings, holding -> decide(row, holding));
  }

  /** All origins must lead to one member; else people must look, or nobody is told. */
  private Attribution decide(Row row, List<Standing> holding) {
    if (holding.isEmpty()) {
      return outside(row);
    }
    Prefix prefix = row.prefix();
    long[] origins = row.origins();
    Set<MemberId> members = new LinkedHashSet<>();
    Set<Long> claimed = new LinkedHashSet<>();
    boolean disputed = false;
    for (long origin : origins) {
      List<Standing> ofOrigin =
          holding.stream().filter(each -> claims.ofSystem(origin).contains(each)).toList();
      switch (Holders.decide(ofOrigin).responsible()) {
        case Responsible.OfMember of -> members.add(of.member());
        case Responsible.Disputed among -> disputed |= members.addAll(among.claimants());
        case Responsible.Outside ignored -> {}
        case Responsible.Unknown ignored -> {}
      }
      if (!ofOrigin.isEmpty()) {
        claimed.add(origin);
      }
    }
    if (disputed || members.size() > 1) {
      return new Attribution(
          new Responsible.Disputed(members.stream().sorted().toList()),
          new Evidence.None("disputed: " + prefix + " is originated by " + list(origins)));
    }
    if (claimed.size() < origins.length) {
      return new Attribution(
          Responsible.UNKNOWN,
          new Evidence.None(prefix + " is originated by a member and by others: " + list(origins)));
    }
    return new Attribution(new Responsible.OfMember(members.iterator().next()), evidence(row));
  }

  private Attribution outside(Row row) {
    return new Attribution(outsiders.at(row.prefix().first(), row.origins()[0]), evidence(row));
  }

  private static Evidence evidence(Row row) {
    long[] origins = row.origins();
    String source =
        origins.length == 1 ? row.source() : row.source() + ", origins " + list(origins);
    return new Evidence.ByOrigin(row.prefix(), new Asn(origins[0]), source);
  }

  private static String list(long[] origins) {
    return LongStream.of(origins).mapToObj(each -> "AS" + each).collect(Collectors.joining(", "));
  }
}

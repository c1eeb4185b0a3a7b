package tenbin.wire.mrt;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/**
 * A line for every route, in the form that {@code bgpdump -m} made common: kind, time, what,
 * speaker, prefix, path, origin, next hop, LOCAL_PREF, MED, communities, aggregation, with bars
 * between. Its oddities are kept, because scripts know them.
 */
public final class DumpLines implements MrtSink {
  private final Appendable out;
  private final StringBuilder line = new StringBuilder(256);

  public DumpLines(Appendable out) {
    this.out = out;
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) throws IOException {
    Attributes attributes = update.attributes();
    for (Reach route : update.withdrawn()) {
      withdrawn(head, from, route, Family.IPV4);
    }
    for (Multi multi : attributes.unreach()) {
      for (Reach route : multi.routes()) {
        withdrawn(head, from, route, multi.family());
      }
    }
    for (Reach route : update.announced()) {
      start(head, "A", from).append(prefix(route.prefix(), Family.IPV4)).append('|');
      rest(head, attributes, attributes.nextHop(), Family.IPV4);
    }
    for (Multi multi : attributes.reach()) {
      for (Reach route : multi.routes()) {
        start(head, "A", from).append(prefix(route.prefix(), multi.family())).append('|');
        rest(head, attributes, multi.nextHop(), multi.family());
      }
    }
  }

  private void withdrawn(MrtHead head, Speaker from, Reach route, Family family)
      throws IOException {
    start(head, "W", from);
    // The old type's lines have the speaker's address before the length: two texts in one buffer.
    if (head.type() == MrtHead.BGP) {
      line.append(from.address()).append('/').append(route.prefix().length());
    } else {
      line.append(prefix(route.prefix(), family));
    }
    end();
  }

  private static String prefix(Prefix prefix, Family family) {
    boolean mapped = family == Family.IPV6 && prefix.isV4();
    return text(prefix.first(), family) + "/" + (mapped ? prefix.bits() : prefix.length());
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since)
      throws IOException {
    Family own = route.prefix().isV4() ? Family.IPV4 : Family.IPV6;
    start(head, "B", from).append(prefix(route.prefix(), own)).append('|');
    route.pathId().ifPresent(id -> line.append(id).append('|'));
    Optional<Multi> multi = attributes.reach().stream().findFirst();
    if (multi.isPresent()) {
      rest(head, attributes, multi.get().nextHop(), multi.get().family());
    } else {
      rest(head, attributes, attributes.nextHop(), Family.IPV4);
    }
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) throws IOException {
    start(head, "STATE", of).append(before).append('|').append(after);
    end();
  }

  @Override
  public void other(MrtHead head) {
    // Tells no route.
  }

  @Override
  public void damaged(MrtHead head, int at, String why) {
    // Tells no route either.
  }

  private StringBuilder start(MrtHead head, String what, Speaker from) {
    line.setLength(0);
    line.append(kind(head)).append('|').append(head.seconds());
    if (head.micros() >= 0) {
      line.append(String.format(Locale.ROOT, ".%06d", head.micros()));
    }
    return line.append('|')
        .append(what)
        .append('|')
        .append(text(from.address()))
        .append('|')
        .append(from.asn())
        .append('|');
  }

  private static String kind(MrtHead head) {
    return switch (head.type()) {
      case MrtHead.BGP -> "BGP";
      case MrtHead.TABLE_DUMP -> "TABLE_DUMP";
      case MrtHead.TABLE_DUMP_V2 -> head.subtype() >= 8 ? "TABLE_DUMP2_AP" : "TABLE_DUMP2";
      case MrtHead.BGP4MP_ET -> "BGP4MP_ET";
      default -> "BGP4MP";
    };
  }

  private void rest(MrtHead head, Attributes attributes, Optional<Address> hop, Family family)
      throws IOException {
    line.append(attributes.path())
        .append('|')
        .append(attributes.origin().orElse(Attributes.Origin.INCOMPLETE))
        .append('|')
        .append(hop.map(each -> text(each, family)).orElse("255.255.255.255"))
        .append('|')
        .append(attributes.localPref().orElse(0))
        .append('|')
        .append(attributes.med().orElse(0));
    // The old type's lines have nothing between MED and communities.
    line.append(head.type() == MrtHead.BGP ? "" : "|")
        .append(joined(attributes.communities()))
        .append('|')
        .append(attributes.atomicAggregate() ? "AG|" : "NAG|");
    attributes
        .aggregator()
        .ifPresent(by -> line.append(by.asn().number()).append(' ').append(by.address()));
    line.append('|');
    end();
  }

  private static String joined(List<?> words) {
    return words.isEmpty()
        ? ""
        : words.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  private static String text(Address address, Family family) {
    return family == Family.IPV6 && address.isV4() ? "::ffff:" + address : text(address);
  }

  private static String text(Address address) {
    return address.isV4() ? address.toString() : LooseAddress.text(address);
  }

  private void end() throws IOException {
    out.append(line).append('\n');
  }
}

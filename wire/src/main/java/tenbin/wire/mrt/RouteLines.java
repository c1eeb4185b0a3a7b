package tenbin.wire.mrt;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;
import tenbin.wire.json.JsonText;

/** A JSON object a line for every route, with every attribute that it carries. */
public final class RouteLines implements MrtSink {
  private final Appendable out;

  public RouteLines(Appendable out) {
    this.out = out;
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) throws IOException {
    Attributes attributes = update.attributes();
    for (Reach route : update.withdrawn()) {
      end(start(head, "withdraw", from, route));
    }
    for (Multi multi : attributes.unreach()) {
      for (Reach route : multi.routes()) {
        end(start(head, "withdraw", from, route));
      }
    }
    for (Reach route : update.announced()) {
      JsonText line = start(head, "announce", from, route);
      end(rest(line, attributes, attributes.nextHop()));
    }
    for (Multi multi : attributes.reach()) {
      for (Reach route : multi.routes()) {
        JsonText line = start(head, "announce", from, route);
        end(rest(line, attributes, multi.nextHop()));
      }
    }
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since)
      throws IOException {
    Optional<Address> hop =
        attributes.reach().stream().findFirst().map(Multi::nextHop).orElse(attributes.nextHop());
    JsonText line =
        start(head, "entry", from, route).text("since", Instant.ofEpochSecond(since).toString());
    end(rest(line, attributes, hop));
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) throws IOException {
    end(start(head, "state", of).number("before", before).number("after", after));
  }

  @Override
  public void other(MrtHead head) {
    // Tells no route.
  }

  @Override
  public void damaged(MrtHead head, int at, String why) {
    // Tells no route either.
  }

  private static JsonText start(MrtHead head, String kind, Speaker from) {
    return new JsonText()
        .object()
        .text("time", head.at().toString())
        .text("kind", kind)
        .object("peer")
        .number("asn", from.asn())
        .text("address", from.address().toString())
        .endObject();
  }

  private static JsonText start(MrtHead head, String kind, Speaker from, Reach route) {
    JsonText line = start(head, kind, from).text("prefix", route.prefix().toString());
    route.pathId().ifPresent(id -> line.number("pathId", id));
    return line;
  }

  private static JsonText rest(JsonText line, Attributes attributes, Optional<Address> hop) {
    line.text("path", attributes.path().toString());
    line.array("origins");
    attributes.path().origins().forEach(each -> line.element(Integer.toUnsignedString(each)));
    line.endArray();
    attributes
        .origin()
        .ifPresent(origin -> line.text("origin", origin.name().toLowerCase(Locale.ROOT)));
    hop.ifPresent(each -> line.text("nextHop", each.toString()));
    attributes.localPref().ifPresent(value -> line.number("localPref", value));
    attributes.med().ifPresent(value -> line.number("med", value));
    words(line, "communities", attributes.communities());
    words(line, "largeCommunities", attributes.largeCommunities());
    if (attributes.atomicAggregate()) {
      line.truth("atomicAggregate", true);
    }
    attributes
        .aggregator()
        .ifPresent(by -> line.text("aggregator", by.asn().number() + " " + by.address()));
    attributes.onlyToCustomer().ifPresent(asn -> line.number("onlyToCustomer", asn));
    words(line, "others", attributes.others());
    return line;
  }

  private static void words(JsonText line, String name, List<?> words) {
    if (!words.isEmpty()) {
      line.array(name);
      words.forEach(each -> line.element(each.toString()));
      line.endArray();
    }
  }

  private void end(JsonText line) throws IOException {
    out.append(line.endObject().take()).append('\n');
  }
}

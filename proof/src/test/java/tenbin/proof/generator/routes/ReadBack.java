package tenbin.proof.generator.routes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;
import tenbin.wire.mrt.MrtHead;
import tenbin.wire.mrt.MrtReader;
import tenbin.wire.mrt.MrtSink;
import tenbin.wire.mrt.Speaker;

/** What our reader makes of written octets. */
final class ReadBack implements MrtSink {
  /** One route as it was read. */
  record Seen(Instant at, String kind, long speaker, Prefix prefix, String path) {}

  final List<Seen> seen = new ArrayList<>();
  int damaged;

  /** What writes. */
  interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  static byte[] octets(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
  }

  static ReadBack of(byte[] octets) throws IOException {
    ReadBack back = new ReadBack();
    new MrtReader(new ByteArrayInputStream(octets), back).read();
    return back;
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) {
    Attributes attributes = update.attributes();
    routes(update.withdrawn(), attributes.unreach())
        .forEach(each -> add(head, "W", from, each, ""));
    routes(update.announced(), attributes.reach())
        .forEach(each -> add(head, "A", from, each, attributes.path().toString()));
  }

  private static Stream<Reach> routes(List<Reach> four, List<Attributes.Multi> others) {
    return Stream.concat(four.stream(), others.stream().flatMap(each -> each.routes().stream()));
  }

  private void add(MrtHead head, String kind, Speaker from, Reach reach, String path) {
    seen.add(new Seen(head.at(), kind, from.asn(), reach.prefix(), path));
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since) {
    add(head, "B", from, route, attributes.path().toString());
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) {
    throw new AssertionError("none is written");
  }

  @Override
  public void other(MrtHead head) {
    // The list of peers.
  }

  @Override
  public void damaged(MrtHead head, int at, String why) {
    damaged++;
  }
}

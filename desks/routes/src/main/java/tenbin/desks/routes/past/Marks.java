package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;

/** Marks, and how all vantage points stand, as octets. */
final class Marks {
  /** More than a part ever has: it is closed before. */
  static final int MOST = 1 << 17;

  /** More routers than the watch's table takes, with those that left. */
  static final int MOST_VANTAGES = 1 << 14;

  private Marks() {}

  static byte[] pack(List<Mark> marks) {
    Packing out = new Packing().number(marks.size());
    for (Mark each : marks) {
      out.octet(each.what().code()).vantage(each.from()).signed(each.micros());
      out.signed(each.until() - each.micros()).number(each.words());
    }
    return out.done();
  }

  static List<Mark> unpack(byte[] octets) throws Damaged {
    Unpacking in = new Unpacking(octets);
    int size = in.count(MOST);
    List<Mark> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Mark.What what = Mark.What.of(in.octet());
      Vantage from = in.vantage();
      long at = in.signed();
      all.add(new Mark(what, from, at, at + in.signed(), in.number()));
    }
    return all;
  }

  static byte[] packAll(Map<Vantage, Standing> all) {
    Packing out = new Packing().number(all.size());
    all.forEach((from, standing) -> standing.pack(out.vantage(from)));
    return out.done();
  }

  static Map<Vantage, Standing> unpackAll(byte[] octets) throws Damaged {
    Unpacking in = new Unpacking(octets);
    int size = in.count(MOST_VANTAGES);
    Map<Vantage, Standing> all = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Vantage from = in.vantage();
      all.put(from, Standing.unpack(in));
    }
    return all;
  }
}

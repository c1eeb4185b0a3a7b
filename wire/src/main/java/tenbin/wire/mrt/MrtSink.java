package tenbin.wire.mrt;

import java.io.IOException;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** Takes what stands in an MRT file, in its order. */
public interface MrtSink {
  /** An UPDATE as it came. */
  void update(MrtHead head, Speaker from, Update update) throws IOException;

  /**
   * An entry of a table.
   *
   * @param since when its speaker had told it, in seconds of the epoch
   */
  void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since)
      throws IOException;

  /** A session went from one state to another (RFC 4271 section 8.2.2, and Quagga's 7 and 8). */
  void state(MrtHead head, Speaker of, int before, int after) throws IOException;

  /** A record that tells no route: OPEN, NOTIFICATION, KEEPALIVE, a list of peers. */
  void other(MrtHead head) throws IOException;

  /**
   * A record that could not be read; reading goes on behind it.
   *
   * @param at the offset inside its body
   */
  void damaged(MrtHead head, int at, String why) throws IOException;
}

package tenbin.wire.rislive;

import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.table.TableSink;

/** Takes what messages say, in their order. Times are microseconds of the epoch, in UTC. */
public interface RisRows extends TableSink {
  /**
   * Who told it.
   *
   * @param host the collector, without its domain: "rrc00"
   */
  record Peer(String host, Asn asn, Address address) {}

  /** Routes with the same attributes; those of a message in its raw form are all there. */
  void announced(long micros, Peer from, List<Prefix> prefixes, Attributes attributes);

  /** Routes that are gone. */
  void withdrawn(long micros, Peer from, List<Prefix> prefixes);

  /** The collector's session with the peer ended. */
  void lost(long micros, Peer from);
}

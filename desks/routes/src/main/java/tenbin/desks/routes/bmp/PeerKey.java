package tenbin.desks.routes.bmp;

import tenbin.nouns.net.Address;
import tenbin.wire.bmp.PeerHead;

/**
 * Which session of a router (RFC 7854 section 4.2): a peer may have several, in VPNs of their own.
 */
record PeerKey(int kind, long distinguisher, Address address) {
  static PeerKey of(PeerHead head) {
    return new PeerKey(head.kind(), head.distinguisher(), head.address());
  }
}

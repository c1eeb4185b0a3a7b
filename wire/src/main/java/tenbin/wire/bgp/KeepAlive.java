package tenbin.wire.bgp;

/** A KEEPALIVE: the speaker is there (RFC 4271 section 4.4). */
public enum KeepAlive implements Message {
  KEEPALIVE
}

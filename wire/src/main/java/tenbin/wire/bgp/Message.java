package tenbin.wire.bgp;

/** What BGP speakers say to each other (RFC 4271 section 4, RFC 2918). */
public sealed interface Message permits Open, Treated, Notification, KeepAlive, RouteRefresh {}

package tenbin.desks.routes.live;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.outside.Listening;

/**
 * Where references are: files are read again when they change.
 *
 * @param vrps the JSON of a validator
 * @param rtr a cache (RFC 8210); it goes before the file of VRPs once it has told all
 * @param irr databases of routing registries in RPSL
 * @param relations CAIDA's as-rel
 * @param exchanges networks of exchanges
 * @param maintainers whether prefixes of those outside who asked for notices are looked after
 */
public record ReferencePlaces(
    Optional<Path> vrps,
    Optional<InetSocketAddress> rtr,
    List<Path> irr,
    Optional<Path> relations,
    Optional<Path> exchanges,
    Listening maintainers) {
  /** None. */
  public static final ReferencePlaces NONE =
      new ReferencePlaces(
          Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** With nobody outside the circle to be told. */
  public ReferencePlaces(
      Optional<Path> vrps,
      Optional<InetSocketAddress> rtr,
      List<Path> irr,
      Optional<Path> relations,
      Optional<Path> exchanges) {
    this(vrps, rtr, irr, relations, exchanges, Listening.OFF);
  }

  public ReferencePlaces {
    irr = List.copyOf(irr);
  }
}

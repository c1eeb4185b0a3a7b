package tenbin.desks.routes.live;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where references are: files are read again when they change.
 *
 * @param vrps the JSON of a validator
 * @param rtr a cache (RFC 8210); it goes before the file of VRPs once it has told all
 * @param irr databases of routing registries in RPSL
 * @param relations CAIDA's as-rel
 * @param exchanges networks of exchanges
 */
public record ReferencePlaces(
    Optional<Path> vrps,
    Optional<InetSocketAddress> rtr,
    List<Path> irr,
    Optional<Path> relations,
    Optional<Path> exchanges) {
  /** None. */
  public static final ReferencePlaces NONE =
      new ReferencePlaces(
          Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  public ReferencePlaces {
    irr = List.copyOf(irr);
  }
}

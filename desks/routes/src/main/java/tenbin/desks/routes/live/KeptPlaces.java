package tenbin.desks.routes.live;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a watch writes what it keeps.
 *
 * @param state a folder for snapshots; empty: the watch begins anew each time
 * @param tables a folder for tables of origins, for attribution; empty: none are written
 */
public record KeptPlaces(Optional<Path> state, Optional<Path> tables) {
  /** Nowhere. */
  public static final KeptPlaces NOWHERE = new KeptPlaces(Optional.empty(), Optional.empty());
}

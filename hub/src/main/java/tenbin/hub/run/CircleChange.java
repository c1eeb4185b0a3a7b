package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.retention.Removal;

/** A hub that does not run, opened for its circle and what follows from it. */
public final class CircleChange implements AutoCloseable {
  private final Spine spine;

  private CircleChange(Spine spine) {
    this.spine = spine;
  }

  /** Opens it; a hub that runs on the folder or the database is refused. */
  public static CircleChange on(Path data, Optional<String> database) throws IOException {
    SpineConfig config = SpineConfig.of(Files.createDirectories(data), Optional.empty());
    return new CircleChange(Spine.open(database.map(config::withDatabase).orElse(config)));
  }

  /** The circle that is stored. */
  public Circle circle() {
    return spine.roster().circle();
  }

  /** Puts another one in its place. */
  public void apply(Circle circle, String yaml) {
    spine.roster().replace(circle, yaml);
  }

  /** Removes what that circle keeps no longer. */
  public List<Removal> removeOverdue() {
    return spine.removeOverdue();
  }

  @Override
  public void close() {
    spine.close();
  }
}

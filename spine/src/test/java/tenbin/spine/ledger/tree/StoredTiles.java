package tenbin.spine.ledger.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tiles as a store keeps them: leaves one by one, full tiles with their roots. */
final class StoredTiles implements Tiled.Source {
  private final List<Hash> leaves = new ArrayList<>();
  private final Map<String, Growth.Tile> full = new HashMap<>();

  void add(Growth growth, Hash leaf) {
    leaves.add(leaf);
    growth.add(leaf).forEach(tile -> full.put(tile.level() + " " + tile.index(), tile));
  }

  @Override
  public List<Hash> tile(int level, long index) {
    Growth.Tile tile = full.get(level + " " + index);
    return tile != null ? tile.hashes() : edge(level, index * Growth.WIDTH, Growth.WIDTH);
  }

  List<Hash> edge(int level, long from, int count) {
    List<Hash> found = new ArrayList<>();
    for (long i = from; i < from + count; i++) {
      Growth.Tile below = full.get(level - 1 + " " + i);
      if (level == 0 && i < leaves.size()) {
        found.add(leaves.get((int) i));
      } else if (below != null) {
        found.add(below.root());
      }
    }
    return found;
  }
}

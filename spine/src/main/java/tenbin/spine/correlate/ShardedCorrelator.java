package tenbin.spine.correlate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.observation.Observation;

/**
 * The correlator of one machine: counters in shards of flat tables, detectors behind them. One
 * thread takes, drains and snapshots; any thread asks {@link #seenBy}. The same sightings in the
 * same order give the same findings under the same ids, and the same snapshot to the byte.
 */
public final class ShardedCorrelator implements Correlator {
  private static final int MAGIC = 0x7462_6332;

  private final CorrelatorBounds bounds;
  private final Numbering numbering;
  private final ValueNames names;
  private final SharedValues counting;
  private final List<Shard<ValueSighting, SharedValue>> shards = new ArrayList<>();
  private final ValueSighting sighting = new ValueSighting();
  private final List<SharedValue> settled = new ArrayList<>();
  private final GroupWatch groups;
  private long position;
  private long now;
  private long unheard;

  public ShardedCorrelator() {
    this(CorrelatorBounds.USUAL);
  }

  public ShardedCorrelator(CorrelatorBounds bounds) {
    this.bounds = bounds;
    numbering = new Numbering(bounds.members());
    names = new ValueNames(bounds.names());
    counting = new SharedValues(bounds.members(), names::keep);
    for (int i = 0; i < bounds.shards(); i++) {
      shards.add(new Shard<>(counting, bounds.values() / bounds.shards()));
    }
    groups = new GroupWatch(bounds, numbering, names);
  }

  @Override
  public void take(Sighted sighted) {
    position = Math.max(position, sighted.position());
    advance(sighted.receivedAt().getEpochSecond());
    int member = numbering.of(sighted.witness());
    if (member < 0) {
      unheard++;
      return;
    }
    sighting.layOut(sighted.seen());
    sighting.about(sighted, member, numbering.of(sighted.seen().kind()));
    for (int i = 0; i < sighting.size(); i++) {
      sighting.turnTo(i);
      shard(sighting.key()).take(sighting, settled::add);
    }
  }

  /** Lets time pass to a second: timers of whole minutes come before what happens in the next. */
  private void advance(long second) {
    if (second / 60 <= now / 60) {
      return;
    }
    now = second;
    for (Shard<ValueSighting, SharedValue> shard : shards) {
      shard.advance(second, settled::add);
    }
    groups.take(settled, second);
    settled.clear();
  }

  private Shard<ValueSighting, SharedValue> shard(long key) {
    return shards.get((int) (key >>> 40) & bounds.shards() - 1);
  }

  @Override
  public List<Finding> drain() {
    return groups.drain();
  }

  @Override
  public SeenBy seenBy(Observation seen) {
    ValueSighting values = new ValueSighting();
    values.layOut(seen);
    int members = 1;
    for (int i = 0; i < values.size(); i++) {
      long key = values.turnTo(i).key();
      members = Math.max(members, shard(key).read(key, counting::members));
    }
    return SeenBy.of(members);
  }

  /** How many values are counted now. */
  public long counters() {
    return shards.stream().mapToLong(shard -> shard.table().size()).sum();
  }

  /** How many counters had to go because there was no more room. */
  public long evicted() {
    return shards.stream().mapToLong(shard -> shard.table().evicted()).sum();
  }

  /** How many sightings were not heard because their member was one too many. */
  public long unheard() {
    return unheard;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void snapshot(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    data.writeInt(MAGIC);
    data.writeInt(bounds.shards());
    data.writeInt(bounds.members());
    data.writeLong(position);
    data.writeLong(now);
    data.writeLong(unheard);
    numbering.write(data);
    names.write(data);
    for (Shard<ValueSighting, SharedValue> shard : shards) {
      shard.write(data);
    }
    groups.write(data);
    data.flush();
  }

  @Override
  public void restore(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    boolean ours = data.readInt() == MAGIC;
    if (!ours || data.readInt() != bounds.shards() || data.readInt() != bounds.members()) {
      throw new IOException("not a snapshot of a correlator with these bounds: replay instead");
    }
    position = data.readLong();
    now = data.readLong();
    unheard = data.readLong();
    numbering.read(data);
    names.read(data);
    for (Shard<ValueSighting, SharedValue> shard : shards) {
      shard.read(data);
    }
    settled.clear();
    groups.read(data);
  }
}

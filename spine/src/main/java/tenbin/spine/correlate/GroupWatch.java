package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenbin.nouns.member.MemberId;

/**
 * Joins shared values into groups of members: hands each to the campaigns under its set of members,
 * and looks for peer groups every few hours. One thread.
 */
final class GroupWatch {
  private static final int REFIT_SECONDS = 600;

  private final Numbering numbering;
  private final ValueNames names;
  private final Background background;
  private final Ties ties = new Ties();
  private final Shard<SharedValue, Joined> campaigns;
  private final PeerWatch peers;
  private final RecentFindings recent = new RecentFindings();
  private final List<Finding> found = new ArrayList<>();
  private long refitted;

  GroupWatch(CorrelatorBounds bounds, Numbering numbering, ValueNames names) {
    this.numbering = numbering;
    this.names = names;
    this.background = new Background(bounds.members());
    this.campaigns = new Shard<>(new Campaigns(background, ties), bounds.sets());
    this.peers = new PeerWatch(bounds.members());
  }

  /** Takes what settled up to a second. */
  void take(List<SharedValue> settled, long second) {
    if (second - refitted >= REFIT_SECONDS) {
      background.refit();
      refitted = second;
    }
    campaigns.advance(second, this::add);
    for (SharedValue shared : settled) {
      ties.compare(shared, background.ordinary());
      ties.keep(shared);
    }
    for (SharedValue shared : settled) {
      if (shared.gap() <= Campaigns.WIDEST_GAP) {
        peers.add(shared);
      }
      if (shared.type().isArtefact() && Campaigns.isLoud(shared)) {
        hear(shared);
      }
      if (Campaigns.wants(shared)) {
        offer(shared);
        if (MemberSet.size(shared.members()) == 3) {
          int[] members = MemberSet.members(shared.members());
          offer(shared.among(MemberSet.of(members[0], members[1])));
          offer(shared.among(MemberSet.of(members[0], members[2])));
          offer(shared.among(MemberSet.of(members[1], members[2])));
        }
      }
    }
    peers.advance(second, background.peers(), this::add);
  }

  private void hear(SharedValue artefact) {
    int needed = MemberSet.size(artefact.members());
    if (needed < SharedValue.MOST_COMPANIONS) {
      int linked = ties.linked(artefact);
      int more = artefact.companions() - (linked > 0 ? linked : needed);
      background.ordinary().hear(linked > 0, more, artefact.again());
    }
  }

  private void offer(SharedValue shared) {
    if (!shared.again()) {
      background.add(shared, shared.type().isArtefact() ? ties.linked(shared) : 0);
    }
    campaigns.take(shared, this::add);
  }

  private void add(Joined joined) {
    Set<MemberId> members = new TreeSet<>();
    joined.members().forEach(member -> members.add(numbering.member(member)));
    List<String> values =
        joined.values().stream()
            .map(names::of)
            .filter(text -> !text.isEmpty())
            .sorted()
            .distinct()
            .toList();
    found.add(
        new Finding(
            recent.idOf(joined, members),
            joined.detector(),
            numbering.kind(joined.kind()),
            members,
            values,
            Instant.ofEpochSecond(joined.first()),
            Instant.ofEpochSecond(joined.last()),
            joined.sightings(),
            joined.score(),
            joined.why()));
  }

  List<Finding> drain() {
    List<Finding> all = List.copyOf(found);
    found.clear();
    return all;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(refitted);
    background.write(out);
    ties.write(out);
    campaigns.write(out);
    peers.write(out);
    recent.write(out);
  }

  void read(DataInputStream in) throws IOException {
    refitted = in.readLong();
    background.read(in);
    ties.read(in);
    campaigns.read(in);
    peers.read(in);
    recent.read(in);
    found.clear();
  }
}

package tenbin.spine.group.election;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tenbin.nouns.member.MemberId;

/** Ballots in memory. */
final class MemoryBallots implements BallotBook {
  private final Map<UUID, Set<MemberId>> voted = new HashMap<>();
  private final Map<UUID, byte[]> boxes = new HashMap<>();

  @Override
  public synchronized boolean cast(UUID election, MemberId member, UnaryOperator<byte[]> change) {
    if (hasVoted(election, member)) {
      return false;
    }
    boxes.put(election, change.apply(boxes.getOrDefault(election, new byte[0])));
    voted.computeIfAbsent(election, unseen -> new HashSet<>()).add(member);
    return true;
  }

  @Override
  public synchronized boolean hasVoted(UUID election, MemberId member) {
    return voted.getOrDefault(election, Set.of()).contains(member);
  }

  @Override
  public synchronized Optional<byte[]> box(UUID election) {
    return Optional.ofNullable(boxes.get(election));
  }

  @Override
  public synchronized void forget(UUID election) {
    voted.remove(election);
    boxes.remove(election);
  }
}

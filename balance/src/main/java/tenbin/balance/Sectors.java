package tenbin.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.When;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * What the networks of members are for: a member's own word, a range's, a customer's with a network
 * on record. Immutable; any thread.
 *
 * <p>A sector is a property of a block, /24 or /48, never of an address inside one: levels have
 * SECTOR below /24, so whoever is told the block learns nothing more by its sector. A block whose
 * ranges differ has none.
 */
public final class Sectors {
  /** The key of the facts that say what a party is for. */
  static final String SECTOR = "sector";

  private final Map<MemberId, Member> members = new HashMap<>();
  private final Map<String, List<Fact>> parties = new HashMap<>();
  private final Map<Prefix, List<Range>> ranges = new HashMap<>();
  private final Map<Prefix, List<Range>> inside = new HashMap<>();
  private final NavigableSet<Integer> bits = new TreeSet<>();
  private final boolean nothingKnown;

  /** Whose range it is and when: a member's, or a customer's in whoever's network. */
  private sealed interface Range {
    boolean holds(MemberId responsible, When when);

    Sector sector(Sectors in, When when);
  }

  private record OfMember(Claim claim) implements Range {
    @Override
    public boolean holds(MemberId responsible, When when) {
      return claim.holder().equals(responsible) && claim.validity().holdsAt(when.at());
    }

    @Override
    public Sector sector(Sectors in, When when) {
      return claim.sector().isKnown() ? claim.sector() : in.ofMember(claim.holder(), when);
    }
  }

  private record OfCustomer(Fact network) implements Range {
    @Override
    public boolean holds(MemberId responsible, When when) {
      return network.term().holds(when);
    }

    @Override
    public Sector sector(Sectors in, When when) {
      return only(in.words(network.about(), when));
    }
  }

  Sectors(Policy policy) {
    policy.circle().members().forEach(member -> members.put(member.id(), member));
    List<Fact> facts = policy.grounds().parts().facts();
    for (Fact fact : facts) {
      if (fact.key().equals(SECTOR)) {
        parties.computeIfAbsent(fact.about(), none -> new ArrayList<>()).add(fact);
      }
    }
    this.nothingKnown =
        parties.isEmpty() && policy.circle().members().stream().allMatch(Sectors::isSilent);
    if (nothingKnown) {
      return;
    }
    for (Fact fact : facts) {
      if (fact.key().equals(Subjects.NETWORK)) {
        Prefix.tryParse(fact.value()).ifPresent(prefix -> add(prefix, new OfCustomer(fact)));
      }
    }
    for (Claim claim : policy.circle().claims()) {
      if (claim.network() instanceof Network.Block(Prefix prefix)) {
        add(prefix, new OfMember(claim));
      }
    }
  }

  private static boolean isSilent(Member member) {
    return !member.sector().isKnown()
        && member.claims().stream().noneMatch(claim -> claim.sector().isKnown());
  }

  /** Customers stand before members, so that theirs counts where both have the same block. */
  private void add(Prefix prefix, Range range) {
    Prefix block = Levels.block(prefix.first());
    if (prefix.bits() > block.bits()) {
      inside.computeIfAbsent(block, none -> new ArrayList<>()).add(range);
    } else {
      bits.add(prefix.bits());
      ranges.computeIfAbsent(prefix, none -> new ArrayList<>()).add(range);
    }
  }

  /**
   * What an address of a member's network was for.
   *
   * @param responsible who answered for it
   * @param when at that time, as known when
   */
  public Sector of(MemberId responsible, Address address, When when) {
    if (nothingKnown) {
      return Sector.UNKNOWN;
    }
    if (!address.isPresent()) {
      return ofMember(responsible, when);
    }
    Prefix block = Levels.block(address);
    Sector whole = around(block, responsible, when);
    for (Range range : inside.getOrDefault(block, List.of())) {
      if (range.holds(responsible, when) && !range.sector(this, when).equals(whole)) {
        return Sector.UNKNOWN;
      }
    }
    return whole;
  }

  /** By the smallest range that has all of a block. */
  private Sector around(Prefix block, MemberId responsible, When when) {
    int before = block.bits() - block.length();
    for (int width : bits.headSet(block.bits(), true).descendingSet()) {
      Prefix wider = Prefix.around(block.first(), Math.max(0, width - before));
      for (Range range : ranges.getOrDefault(wider, List.of())) {
        if (range.holds(responsible, when)) {
          return range.sector(this, when);
        }
      }
    }
    return ofMember(responsible, when);
  }

  private Sector ofMember(MemberId id, When when) {
    Set<String> told = words(id.text(), when);
    Member member = members.get(id);
    return told.isEmpty() && member != null ? member.sector() : only(told);
  }

  private Set<String> words(String party, When when) {
    return parties.getOrDefault(party, List.of()).stream()
        .filter(fact -> fact.term().holds(when))
        .map(Fact::value)
        .collect(Collectors.toSet());
  }

  /** What facts say; nothing where two that hold contradict each other. */
  private static Sector only(Set<String> words) {
    return words.size() == 1
        ? Sector.tryParse(words.iterator().next()).orElse(Sector.UNKNOWN)
        : Sector.UNKNOWN;
  }
}

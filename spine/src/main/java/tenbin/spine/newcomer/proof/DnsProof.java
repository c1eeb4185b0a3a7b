package tenbin.spine.newcomer.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.Mark;

/** Looks for a mark in the DNS. Any thread. */
public final class DnsProof {
  /** Names told of one failure: the rest is like them. */
  private static final int MOST_TOLD = 8;

  private final Resolver resolver;

  public DnsProof(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What is seen of one name, or of the customary ones of one block. */
  private record Seen(String name, boolean authentic) {}

  /** Asks for every name that a network's mark has to lie at. */
  public Finding look(Network network, Mark mark) {
    List<Set<String>> names = ProofNames.of(network);
    if (names.isEmpty()) {
      return new Finding.NotThisWay();
    }
    List<Seen> seen = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    try {
      for (Set<String> alternatives : names) {
        List<Seen> its = look(alternatives, mark);
        seen.addAll(its);
        if (its.isEmpty()) {
          missing.addAll(alternatives.stream().sorted().toList());
        }
        if (missing.size() >= MOST_TOLD) {
          break;
        }
      }
    } catch (IOException silent) {
      return new Finding.Silent(resolver + ": " + silent.getMessage());
    }
    return missing.isEmpty() ? new Finding.Found(evidence(seen)) : new Finding.Missing(missing);
  }

  private List<Seen> look(Set<String> alternatives, Mark mark) throws IOException {
    for (String name : new TreeSet<>(alternatives)) {
      TxtQuery.Answer answer = resolver.ask(name);
      if (answer.failed() != 0) {
        throw new IOException("answered code " + answer.failed() + " for " + name);
      }
      if (answer.texts().stream().map(String::strip).anyMatch(mark.text()::equals)) {
        return List.of(new Seen(name, answer.authentic()));
      }
    }
    return List.of();
  }

  private String evidence(List<Seen> seen) {
    boolean authentic = seen.stream().allMatch(Seen::authentic);
    String first = seen.getFirst().name();
    String more = seen.size() == 1 ? "" : " and " + (seen.size() - 1) + " more names";
    return "TXT at "
        + first
        + more
        + ", asked of "
        + resolver
        + (authentic ? ", DNSSEC validated (AD)" : ", without DNSSEC");
  }
}

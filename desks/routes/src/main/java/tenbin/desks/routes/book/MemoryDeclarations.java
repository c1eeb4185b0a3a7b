package tenbin.desks.routes.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.desks.routes.declare.Declaration;
import tenbin.nouns.member.MemberId;

/** Declarations in memory. Every method under one lock. */
final class MemoryDeclarations implements DeclarationBook {
  private final TreeMap<MemberId, List<Given>> all = new TreeMap<>();

  @Override
  public synchronized Given declare(Declaration declared, By by) {
    List<Given> its = all.computeIfAbsent(declared.member(), member -> new ArrayList<>());
    Given given = new Given(its.size() + 1, by.at(), by.person(), by.source(), declared);
    its.add(given);
    return given;
  }

  @Override
  public synchronized Optional<Given> of(MemberId member) {
    return versions(member, 1).stream().findFirst();
  }

  @Override
  public synchronized List<Given> all() {
    return all.values().stream().map(List::getLast).toList();
  }

  @Override
  public synchronized List<Given> versions(MemberId member, int most) {
    return all.getOrDefault(member, List.of()).reversed().stream().limit(most).toList();
  }
}

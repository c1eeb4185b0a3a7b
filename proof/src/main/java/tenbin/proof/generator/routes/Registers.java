package tenbin.proof.generator.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** What was declared and registered at the time, of a made world. */
final class Registers {
  /** Registries of the time had a route object for most. */
  private static final double REGISTERED = 0.8;

  private static final int OTHER_MEMBERS = 5;

  private final Facts facts;
  private final World world;

  Registers(Facts facts, World world) {
    this.facts = facts;
    this.world = world;
  }

  /** Of those whom the facts name as members, and of some of whom they say nothing. */
  List<Declaration> declarations() {
    List<Long> members = new ArrayList<>(facts.members());
    members.addAll(world.stubs.subList(0, Math.min(OTHER_MEMBERS, world.stubs.size())));
    return members.stream().map(this::declaration).toList();
  }

  private Declaration declaration(long asn) {
    return new Declaration(
        new MemberId("as" + asn),
        Set.of(new Asn(asn)),
        asns(world.topology.providers(asn)),
        asns(world.topology.peers(asn)),
        Set.of(),
        world.prefixes(asn).stream().map(Watched::of).toList(),
        List.of());
  }

  private static Set<Asn> asns(Iterable<Long> numbers) {
    List<Asn> asns = new ArrayList<>();
    numbers.forEach(each -> asns.add(new Asn(each)));
    return Set.copyOf(asns);
  }

  String vrps() {
    Random random = new Random(world.origins.size());
    List<String> roas = new ArrayList<>();
    for (Map.Entry<Prefix, Long> each : world.origins.entrySet()) {
      Prefix prefix = each.getKey();
      boolean named = facts.prefixes().containsKey(prefix);
      boolean drawn = random.nextDouble() < facts.roas();
      if (facts.signed().contains(prefix) || !named && drawn) {
        roas.add(
            "{\"asn\":\"AS%d\",\"prefix\":\"%s\",\"maxLength\":%d,\"ta\":\"made\"}"
                .formatted(each.getValue(), prefix, prefix.length()));
      }
    }
    return roas.stream().collect(Collectors.joining(",\n", "{\"roas\":[\n", "\n]}\n"));
  }

  String irr() {
    Random random = new Random(world.origins.size());
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Prefix, Long> each : world.origins.entrySet()) {
      boolean named = facts.prefixes().containsKey(each.getKey());
      if (random.nextDouble() < REGISTERED || named) {
        String kind = each.getKey().isV4() ? "route:" : "route6:";
        text.append("%-16s%s\n".formatted(kind, each.getKey()));
        text.append("origin:         AS").append(each.getValue());
        text.append("\nmnt-by:         MAINT-AS").append(each.getValue());
        text.append("\nsource:         MADE\n\n");
      }
    }
    return text.toString();
  }
}

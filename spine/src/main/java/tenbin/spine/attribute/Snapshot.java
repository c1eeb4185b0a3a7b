package tenbin.spine.attribute;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Circle;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Scope;

/**
 * All that is known at once, in the order in which it is asked: claims, then the origin table of
 * the time, then the registries. Immutable but for answers made on first use; any thread.
 */
final class Snapshot {
  private static final Map<Scope, Attribution> NOT_GLOBAL = notGlobal();
  private static final Attribution NAME_NOT_CLAIMED =
      new Attribution(Responsible.UNKNOWN, new Evidence.None("no member claims the name"));

  final Circle circle;
  final Tables tables;
  private final ClaimLayer claims;
  private final OriginLayer[] origins;
  private final long[] originStarts;
  private final long[] originLatest;
  private final long mostAge;
  private final RegistryLayer registry;

  Snapshot(Circle circle, Tables tables) {
    this.circle = circle;
    this.tables = tables;
    this.claims = new ClaimLayer(circle);
    Outsiders outsiders = new Outsiders(tables.registry(), tables.contacts());
    List<OriginTable> sorted = tables.origins();
    this.origins =
        sorted.stream()
            .map(table -> new OriginLayer(table, claims, outsiders))
            .toArray(OriginLayer[]::new);
    this.originStarts =
        sorted.stream().mapToLong(table -> Timeline.nanos(table.takenAt())).toArray();
    this.originLatest = sorted.stream().mapToLong(OriginTable::latest).toArray();
    this.mostAge = tables.mostAge().toNanos();
    this.registry = new RegistryLayer(tables.registry(), outsiders);
  }

  private static Map<Scope, Attribution> notGlobal() {
    Map<Scope, Attribution> answers = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      String word = scope.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      answers.put(
          scope,
          new Attribution(Responsible.UNKNOWN, new Evidence.None("no network's address: " + word)));
    }
    answers.put(Scope.NONE, Attribution.NO_ADDRESS);
    return answers;
  }

  /** Addresses of examples may be claimed, so that exercises can be held with them. */
  Attribution at(Address address, long nanos) {
    Scope scope = address.scope();
    if (scope != Scope.GLOBAL && scope != Scope.DOCUMENTATION) {
      return NOT_GLOBAL.getOrDefault(scope, Attribution.NOT_COVERED);
    }
    Attribution claimed = claims.at(address, nanos);
    if (!isNone(claimed)) {
      return claimed;
    }
    if (scope == Scope.DOCUMENTATION) {
      return NOT_GLOBAL.getOrDefault(scope, Attribution.NOT_COVERED);
    }
    Attribution originated = originAt(address, nanos);
    return isNone(originated) ? registry.at(address, nanos) : originated;
  }

  /** By identity: comparing by value would touch what the caller may never look at. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isNone(Attribution answer) {
    return answer == Attribution.NOT_COVERED;
  }

  /** Asks the table that told last before that time. */
  private Attribution originAt(Address address, long nanos) {
    int best = -1;
    long told = Long.MIN_VALUE;
    for (int i = 0; i < origins.length; i++) {
      long last = Math.max(originStarts[i], Math.min(nanos, originLatest[i]));
      if (originStarts[i] <= nanos && last >= told) {
        best = i;
        told = last;
      }
    }
    // The difference of two times can be more than 64 bits hold: then it is too old as well.
    long age = nanos - told;
    boolean isFresh = best >= 0 && age >= 0 && age <= mostAge;
    return isFresh ? origins[best].at(address, nanos) : Attribution.NOT_COVERED;
  }

  /** By the name in this part of a text. */
  Attribution at(String text, int from, int to, long nanos) {
    Attribution claimed = claims.at(text, from, to, nanos);
    return isNone(claimed) ? NAME_NOT_CLAIMED : claimed;
  }
}

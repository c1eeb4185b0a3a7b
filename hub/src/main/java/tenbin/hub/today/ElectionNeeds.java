package tenbin.hub.today;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.hub.gather.GroupDoor;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupSight;
import tenbin.spine.group.Groups;
import tenbin.spine.group.election.ElectionSight;
import tenbin.web.may.Act;

/** Elections in which the looker can vote for its member, and nominations that it can accept. */
final class ElectionNeeds implements Needs {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Groups groups;
  private final ElectionSight sight;
  private final GroupSight names;

  ElectionNeeds(Groups groups, ElectionSight sight) {
    this.groups = groups;
    this.sight = sight;
    this.names = new GroupSight(groups);
  }

  @Override
  public Act act() {
    return Act.VOTE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return groups.seenBy(looker.visitor().member()).stream()
        .flatMap(group ->
            sight.of(looker.plan(PURPOSE), group, GroupDoor.caller(looker.visitor())).stream()
                .flatMap(each -> need(looker, group, each).stream()));
  }

  private Optional<Need> need(Looker looker, Gathering group, ElectionSight.Seen seen) {
    boolean asked =
        seen.told().fact(ElectionSight.PHASE).equals("nominating")
            && seen.candidates().stream().anyMatch(each -> waits(each, looker));
    if (!seen.votes() && !asked) {
      return Optional.empty();
    }
    String until = seen.votes() ? ElectionSight.VOTING_END : ElectionSight.NOMINATIONS_END;
    boolean japanese = looker.locale().getLanguage().equals("ja");
    return names
        .group(looker.plan(PURPOSE), group)
        .map(told -> {
          looker.show(PURPOSE, List.of(told, seen.told()));
          String name = told.fact(japanese ? GroupSight.NAME_JA : GroupSight.NAME);
          String role = looker.say("seats.role." + seen.told().fact(ElectionSight.ROLE));
          return Need.plain(
              seen.votes() ? Need.Kind.VOTE : Need.Kind.NOMINATION,
              looker.say(seen.votes() ? "today.vote" : "today.nomination", name, role),
              Optional.of(Instant.parse(seen.told().fact(until))),
              "/groups/" + group.id() + "/elections");
        });
  }

  private static boolean waits(Disclosure candidate, Looker looker) {
    return candidate.fact(ElectionSight.STATE).equals("nominated")
        && candidate.fact(ElectionSight.PERSON).equals(looker.visitor().actor());
  }
}

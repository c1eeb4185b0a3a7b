package tenbin.spine.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** Skills in memory. */
final class MemorySkills implements SkillBook {
  private final List<Skill> skills = new ArrayList<>();

  @Override
  public synchronized boolean add(Skill skill) {
    long own = skills.stream().filter(each -> each.member().equals(skill.member())).count();
    boolean known = skills.stream().anyMatch(each -> each.id().equals(skill.id()));
    if (!known && own < MOST_OF_ONE) {
      skills.add(skill);
    }
    return known || own < MOST_OF_ONE;
  }

  @Override
  public synchronized boolean remove(MemberId member, UUID id) {
    return skills.removeIf(each -> each.id().equals(id) && each.member().equals(member));
  }

  @Override
  public synchronized List<Skill> all() {
    return skills.stream()
        .sorted(Comparator.comparing(Skill::what).thenComparing(Skill::member))
        .toList();
  }
}

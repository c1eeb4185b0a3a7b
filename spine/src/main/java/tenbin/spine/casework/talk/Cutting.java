package tenbin.spine.casework.talk;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.incident.Redaction;

/**
 * What is cut out of people's words before another member reads them: mail addresses, telephone
 * numbers, addresses inside of a network, and the names of members that the reader does not know to
 * be concerned. Any thread.
 */
public final class Cutting {
  private final Supplier<Circle> circle;

  public Cutting(Supplier<Circle> circle) {
    this.circle = circle;
  }

  /** A text as one reader may have it. */
  public String of(String text, Set<MemberId> known) {
    Set<String> names = new HashSet<>();
    for (Member member : circle.get().members()) {
      if (!known.contains(member.id())) {
        names.add(member.id().text());
        names.add(member.name());
        names.add(member.nameJa());
      }
    }
    return Redaction.cut(text, names);
  }
}

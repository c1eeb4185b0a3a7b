package tenbin.hub.wiring;

import org.springframework.context.support.GenericApplicationContext;
import tenbin.spine.Spine;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.casework.talk.Hand;
import tenbin.spine.casework.talk.Voices;
import tenbin.spine.roster.Roster;

/** What members write into cases. */
public record CaseParts(CaseTalk talk, Hand hand) {
  /** Those of a hub over its spine. */
  static CaseParts of(Spine spine) {
    EntryBook book = EntryBook.in(spine.dataSource());
    return of(book, new Voices(spine.secret().key("case-voices", "")), spine.roster());
  }

  static CaseParts of(EntryBook book, Voices voices, Roster roster) {
    return new CaseParts(new CaseTalk(book, voices, new Cutting(roster::circle)), new Hand(book));
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(CaseTalk.class, () -> talk);
    context.registerBean(Hand.class, () -> hand);
  }
}

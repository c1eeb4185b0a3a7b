package tenbin.spine.collect.mailbox;

import java.util.List;
import tenbin.nouns.member.MemberId;

/** What came back by mail, as one member may read it: its own. Any thread. */
public interface MailBook {
  /** A member's answers, newest first. */
  List<Answer> answersOf(MemberId member, int most);

  /** A member's bounces, newest first. */
  List<Bounce> bouncesOf(MemberId member, int most);
}

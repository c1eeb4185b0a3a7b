package tenbin.hub.casework;

import java.util.List;
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;

/** The people of one's own organisation, to whom a case can be handed. */
final class Colleagues {
  private Colleagues() {}

  static List<String> of(People people, MemberId member) {
    return people.of(member).stream().filter(Person::isActive).map(Person::login).sorted().toList();
  }

  /** Whether a case can be handed to it; nobody stands for laying it down. */
  static boolean has(People people, MemberId member, String login) {
    return login.isEmpty() || of(people, member).contains(login);
  }
}

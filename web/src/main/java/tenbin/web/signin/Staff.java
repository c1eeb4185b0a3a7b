package tenbin.web.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** A member's own people, as its administrators look after them. Any thread. */
public final class Staff {
  private final People people;
  private final Seats seats;

  public Staff(People people, Seats seats) {
    this.people = people;
    this.seats = seats;
  }

  /** What an administrator may not do: nobody could look after the member's people then. */
  public static final class LastAdministrator extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LastAdministrator() {
      super("a member keeps an administrator", null, false, false);
    }
  }

  /** Those who may sign in, by login. */
  public List<Person> of(MemberId member) {
    return people.of(member).stream().filter(Person::isActive).toList();
  }

  /** One of the member's own who may sign in. */
  public Optional<Person> find(MemberId member, UUID id) {
    return of(member).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Gives a person other offices, from its next request on.
   *
   * @throws IllegalArgumentException without any
   * @throws LastAdministrator when it is the last one and would be none
   */
  public synchronized void give(Person person, Set<Office> offices) {
    if (offices.isEmpty()) {
      throw new IllegalArgumentException("a person has an office");
    }
    if (!offices.contains(Office.ADMINISTRATOR)) {
      needAnother(person);
    }
    people.offices(person, offices);
  }

  /**
   * Ends a person's sign-in, wherever it is signed in.
   *
   * @throws LastAdministrator when it is the last one
   */
  public synchronized void end(Person person) {
    needAnother(person);
    people.end(person.id());
    seats.endOthers(person.login(), Optional.empty());
  }

  private void needAnother(Person person) {
    boolean another =
        of(person.member()).stream()
            .anyMatch(each ->
                !each.id().equals(person.id()) && each.offices().contains(Office.ADMINISTRATOR));
    if (person.offices().contains(Office.ADMINISTRATOR) && !another) {
      throw new LastAdministrator();
    }
  }
}

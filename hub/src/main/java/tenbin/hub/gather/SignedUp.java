package tenbin.hub.gather;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tenbin.spine.group.role.Attendance;
import tenbin.spine.group.role.Seat;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;

/** Somebody is there as long as it may sign in for the member for which it holds a role. */
public final class SignedUp implements Attendance {
  private static final String PERSON = "person:";

  private final People people;
  private final Clock clock;

  public SignedUp(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> goneSince(Seat seat) {
    String actor = seat.holder().person();
    if (!actor.startsWith(PERSON)) {
      // Who looks at a demo: there as long as the demo is.
      return Optional.empty();
    }
    String login = actor.substring(PERSON.length());
    Optional<Person> person =
        people.of(seat.holder().member()).stream()
            .filter(each -> each.login().equals(login))
            .findFirst();
    return person.isEmpty() ? Optional.of(clock.instant()) : person.get().endedAt();
  }
}

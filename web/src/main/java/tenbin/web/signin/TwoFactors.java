package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import tenbin.nouns.member.Factors;

/** Whether somebody who is signed in has to make a second factor before anything else. */
public final class TwoFactors {
  private final People people;
  private final Standing standing;
  private final CodeCheck codes;
  private final Seats seats;

  public TwoFactors(People people, Standing standing, CodeCheck codes, Seats seats) {
    this.people = people;
    this.standing = standing;
    this.codes = codes;
    this.seats = seats;
  }

  /**
   * Whether the circle demands two and this browser's person has proved itself by one. A person
   * with an authenticator was asked for its code when it signed in by password.
   */
  public boolean isMissing(Visitor visitor, HttpServletRequest request) {
    return standing.demanded() == Factors.TWO
        && seats.of(request).filter(each -> each.factors() == Factors.TWO).isEmpty()
        && visitor
            .login()
            .flatMap(people::active)
            .filter(person -> !codes.isAsked(person.id()))
            .isPresent();
  }

  /** Whether one is too little for this person: by the circle's demand or by its own choice. */
  public boolean isOneTooLittle(Person person) {
    return standing.demanded() == Factors.TWO || codes.isAsked(person.id());
  }
}

package tenbin.hub.today;

import java.util.Optional;
import java.util.stream.Stream;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.letter.ContactLetter;
import tenbin.spine.newcomer.letter.ContactLetters;
import tenbin.web.may.Act;

/**
 * Networks that the secretariat has to look at: proved ones before they count, and those that count
 * although a registered contact said no, until it ends them or says itself what it looked at.
 */
final class NewcomerNeeds implements Needs {
  private final Joining joining;
  private final ContactLetters letters;

  NewcomerNeeds(Joining joining, ContactLetters letters) {
    this.joining = joining;
    this.letters = letters;
  }

  @Override
  public Act act() {
    return Act.RUN_CIRCLE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return joining.openRanges().stream().flatMap(each -> need(each, looker).stream());
  }

  private Optional<Need> need(OwnRange range, Looker looker) {
    return switch (range.standing()) {
      case WAITING -> Optional.of(need(range, looker, "today.network"));
      case COUNTS ->
          isDenied(range)
              ? Optional.of(need(range, looker, "today.network.denied"))
              : Optional.empty();
      case ENTERED, REFUSED -> Optional.empty();
    };
  }

  private static Need need(OwnRange range, Looker looker, String words) {
    return Need.plain(
        Need.Kind.NETWORK,
        looker.say(words, range.network(), range.holder()),
        Optional.empty(),
        "/secretariat/newcomers");
  }

  /** Whether nothing that the secretariat looked at is newer than a registered contact's no. */
  private boolean isDenied(OwnRange range) {
    return letters
        .newest(range)
        .flatMap(ContactLetter::answer)
        .filter(said -> !said.yes())
        .filter(said -> range.proof().filter(proof -> isLater(proof, said)).isEmpty())
        .isPresent();
  }

  private static boolean isLater(OwnRange.Proof proof, ContactLetter.Answer said) {
    return proof.method() == OwnRange.Method.SECRETARIAT && proof.at().isAfter(said.at());
  }
}

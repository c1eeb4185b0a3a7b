package tenbin.spine.precedent;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.ground.Iep;
import tenbin.balance.ground.Marking;
import tenbin.nouns.consent.Pap;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.policy.Wording;
import tenbin.spine.yaml.Leaf;

/** Reads a sender's marking: TLP 2.0, PAP, IEP 2.0, licence, grades. */
final class MarkingReader {
  private final Wording wording;

  MarkingReader(Wording wording) {
    this.wording = wording;
  }

  Marking read(Leaf at) {
    Set<String> persons = new LinkedHashSet<>();
    at.list("persons").forEach(each -> persons.add(each.text()));
    return new Marking(
        Tlp.tryParse(at.text("tlp")),
        wording.parties(at, "addressed", Marking.NONE.addressed()),
        persons,
        Pap.tryParse(at.text("pap")),
        at.has("iep") ? Optional.of(iep(at.at("iep"))) : Optional.empty(),
        at.text("licence"),
        QuestionReader.traits(at.at("grades")));
  }

  private static Iep iep(Leaf at) {
    return new Iep(
        must(at, "affected-party-notifications"),
        must(at, "attribution"),
        must(at, "encrypt-in-transit"),
        at.endOf("to").orElse(Instant.MAX));
  }

  private static Iep.Must must(Leaf at, String key) {
    return Iep.Must.valueOf(at.text(key, "may").toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

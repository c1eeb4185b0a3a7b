package tenbin.balance.weigh;

import java.util.Map;
import java.util.Optional;
import tenbin.balance.ground.Iep;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Obligation.Duty;
import tenbin.balance.ground.Obligation.Onward;
import tenbin.balance.ground.Parties.Role;
import tenbin.balance.ground.Party;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;

/** Gate M: TLP 2.0, PAP, IEP 2.0, licences and release grades, of the matter and of the field. */
final class Markings {
  private static final String CUSTOMER_OF = "customer-of:";
  private static final String NEEDS_IT = "need-to-know";

  private final Scene scene;
  private final Marking whole;

  Markings(Scene scene) {
    this.scene = scene;
    this.whole = scene.question().matter().marking();
  }

  /** A field's own TLP label stands before the matter's; everything else adds up. */
  void addTo(Cut cut, Part part) {
    Marking own = part.marking();
    Tlp tlp = own.tlp().or(whole::tlp).orElse(scene.policy().unmarked());
    Marking audience = own.tlp().isPresent() ? own : whole;
    if (!allows(tlp, audience)) {
      cut.shut(Why.of(Code.MARKED, tlp.label()));
    }
    onward(tlp).ifPresent(cut::oblige);
    addRest(cut, part, whole);
    addRest(cut, part, own);
  }

  private void addRest(Cut cut, Part part, Marking marking) {
    Act act = scene.question().act();
    marking
        .pap()
        .filter(pap -> !pap.allows(act))
        .ifPresent(pap -> cut.shut(Why.of(Code.MARKED_ACT, "PAP:" + pap.name(), act.word())));
    marking.iep().ifPresent(iep -> addIep(cut, part, iep));
    if (!marking.licence().isEmpty() && !recipientHolds("licence:" + marking.licence())) {
      cut.shut(Why.of(Code.LICENCE, marking.licence()));
    }
    for (Map.Entry<String, String> grade : marking.grades().entrySet()) {
      boolean its =
          scene
              .policy()
              .scheme(grade.getKey())
              .map(scheme -> scheme.grades().get(grade.getValue()))
              .filter(scene::includesRecipient)
              .isPresent();
      if (!its) {
        cut.shut(Why.of(Code.GRADE, grade.getKey() + ":" + grade.getValue()));
      }
    }
  }

  private boolean recipientHolds(String fact) {
    return scene.factOf(scene.recipient(), fact).filter("yes"::equals).isPresent();
  }

  private void addIep(Cut cut, Part part, Iep iep) {
    Act act = scene.question().act();
    if (act == Act.NOTIFY && iep.affectedPartyNotifications() == Iep.Must.MUST_NOT) {
      cut.shut(Why.of(Code.MARKED_ACT, "IEP", act.word()));
    }
    if (part.category() == Category.C8 && iep.attribution() == Iep.Must.MUST_NOT) {
      cut.shut(Why.of(Code.MARKED_NO_ATTRIBUTION));
    }
    if (iep.encryptInTransit() == Iep.Must.MUST) {
      cut.oblige(Obligation.of(Duty.ENCRYPT));
      if (!"yes".equals(scene.question().channel().get("encrypted"))) {
        cut.shut(Why.of(Code.MARKED_ENCRYPT));
      }
    }
    if (scene.when().reaches(iep.end())) {
      cut.shut(Why.of(Code.MARKED_ENDED));
    }
  }

  private boolean allows(Tlp tlp, Marking marking) {
    return switch (tlp) {
      case CLEAR -> true;
      case GREEN -> !isPublic();
      case AMBER -> isAddressed(marking) || isCustomerInNeed(marking);
      case AMBER_STRICT -> isAddressed(marking);
      case RED -> marking.persons().contains(scene.question().person());
    };
  }

  private boolean isPublic() {
    return scene.recipient().classes().contains(Party.PUBLIC);
  }

  private boolean isAddressed(Marking marking) {
    return scene.includesRecipient(marking.addressed());
  }

  private boolean isCustomerInNeed(Marking marking) {
    boolean customer =
        scene.recipient().classes().stream()
            .filter(each -> each.startsWith(CUSTOMER_OF))
            .map(each -> each.substring(CUSTOMER_OF.length()))
            .anyMatch(provider ->
                provider.equals(scene.giver().id().text())
                    && marking.addressed().include(scene.giver(), java.util.Set.of(Role.HOLDER)));
    boolean needs =
        recipientHolds(NEEDS_IT)
            || scene.recipientRoles().contains(Role.RESPONSIBLE)
            || scene.recipientRoles().contains(Role.SUBJECT);
    return customer && needs;
  }

  private static Optional<Obligation> onward(Tlp tlp) {
    return switch (tlp) {
      case RED -> Optional.of(Obligation.of(Duty.NO_ONWARD));
      case AMBER_STRICT -> Optional.of(Obligation.onward(Onward.ORGANISATION));
      case AMBER -> Optional.of(Obligation.onward(Onward.ORGANISATION_AND_CUSTOMERS));
      case GREEN -> Optional.of(Obligation.onward(Onward.COMMUNITY));
      case CLEAR -> Optional.empty();
    };
  }
}

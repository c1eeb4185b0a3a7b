package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Obligation.Duty;
import tenbin.balance.ground.Parties.Role;

/** The decision for fields decided together, each with its reasons and with what may be asked. */
final class Explained {
  private static final String REDACTION = "redaction";

  private final Fields fields;
  private final Scene scene;
  private final Witnesses witnesses;
  private final Optional<Offer> chosen;
  private final Need need;
  private final NavigableSet<AskFor> asks = new TreeSet<>();

  Explained(Fields fields, Witnesses witnesses, Optional<Offer> chosen, Need need) {
    this.fields = fields;
    this.scene = fields.scene();
    this.witnesses = witnesses;
    this.chosen = chosen;
    this.need = need;
  }

  NavigableSet<AskFor> asks() {
    return asks;
  }

  /** Decisions by field; a row without what the purpose requires of it does not go in part. */
  List<Weight> weights() {
    List<Weight> weights = new ArrayList<>();
    for (int i = 0; i < fields.open(); i++) {
      weights.add(weightOf(i));
    }
    if (fields.part(0).isOfCommunication() && !fields.part(0).group().isEmpty()) {
      for (Need.Entry entry : need.required()) {
        weights = Required.within(weights, entry);
      }
    }
    return weights;
  }

  NavigableSet<Obligation> obligationsOf(List<Weight> weights) {
    NavigableSet<Obligation> all = new TreeSet<>();
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).isPermitted()) {
        all.addAll(fields.cut(i).obligations());
        chosen.ifPresent(offer -> all.addAll(offer.obligations()));
        addForConduit(all);
      }
    }
    return all;
  }

  private void addForConduit(NavigableSet<Obligation> all) {
    if (scene.recipientRoles().contains(Role.CONDUIT)) {
      all.add(Obligation.onward(Obligation.Onward.ROUTE));
      all.add(new Obligation(Duty.DELETE_AFTER, "passed-on"));
    }
  }

  private Weight weightOf(int i) {
    int level = chosen.map(offer -> offer.level(i)).orElse(fields.order(i).least());
    return level == fields.order(i).least() ? refused(i) : reviewed(i, level);
  }

  private Weight permitted(int i, int level) {
    return new Weight(
        fields.part(i),
        Effect.PERMIT,
        level,
        chosen.map(Offer::bases).orElseGet(TreeSet::new),
        fields.cut(i).whys());
  }

  /** A text in which patterns were found goes with them cut out, once a person has looked. */
  private Weight reviewed(int i, int level) {
    Part part = fields.part(i);
    String redaction = part.traits().getOrDefault(REDACTION, "none");
    if (redaction.equals("none")) {
      return permitted(i, level);
    }
    Optional<Question.Asked.State> state = askedBefore(AskFor.REVIEW, part.name());
    boolean broken = redaction.equals("breaks-indicator");
    if (broken || state.filter(Question.Asked.State.REFUSED::equals).isPresent()) {
      return shut(i, Effect.DENY, Why.of(Code.REVIEW_REJECTED));
    }
    if (state.filter(Question.Asked.State.APPROVED::equals).isPresent()) {
      int cutOut = part.order().level("REDACTED").orElse(part.order().least());
      return permitted(i, part.order().meet(level, cutOut));
    }
    asks.add(new AskFor(AskFor.REVIEW, AskRule.Whom.REVIEWER, "", part.name(), state.isPresent()));
    return shut(i, Effect.ASK, Why.of(Code.REVIEW_NEEDED));
  }

  private Weight refused(int i) {
    if (fields.cut(i).isShut()) {
      return shut(i, Effect.DENY);
    }
    if (offTheWay(i)) {
      return offTheWayBecause(i);
    }
    Effect effect = Effect.PERMIT;
    NavigableSet<Why> whys = new TreeSet<>();
    for (GateKey key : fields.touched(i)) {
      if (!witnesses.opens(key, i)) {
        effect = effect.and(askedAbout(key, i, whys));
      }
    }
    if (effect == Effect.PERMIT) {
      effect = Effect.DENY;
      whys.add(Why.of(witnesses.isShutByHeld(i) ? Code.HELD_WOULD_JOIN : Code.NOT_JOINTLY));
    }
    return shut(i, effect, whys.toArray(Why[]::new));
  }

  private boolean offTheWay(int i) {
    return fields.part(i).isOfCommunication()
        && !scene.isOnTheWay()
        && chosen.filter(Offer::names).isEmpty();
  }

  private Weight offTheWayBecause(int i) {
    Linkage linkage = scene.linkage();
    NavigableSet<Why> whys = new TreeSet<>();
    if (!linkage.route().isEmpty()) {
      whys.add(Why.of(Code.HOP_OUTSIDE_ROUTE, scene.giver().id(), scene.recipient().id()));
    } else if (linkage.responsible().isPresent()) {
      whys.add(Why.of(Code.NOT_ADDRESSEE, linkage.responsible().get()));
    } else {
      whys.add(Why.of(Code.ADDRESSEE_UNKNOWN));
    }
    fields.touched(i).forEach(key -> whys.addAll(witnesses.nearMisses(key, i)));
    return shut(i, Effect.DENY, whys.toArray(Why[]::new));
  }

  private Effect askedAbout(GateKey key, int i, NavigableSet<Why> whys) {
    whys.add(Why.of(Code.NO_BASIS, key));
    whys.addAll(witnesses.nearMisses(key, i));
    for (AskRule rule : scene.policy().askRules()) {
      if (allowsAsking(rule, key, fields.part(i))) {
        return asked(rule, key, i, whys);
      }
    }
    return Effect.DENY;
  }

  private boolean allowsAsking(AskRule rule, GateKey key, Part part) {
    return rule.gate() == key.gate()
        && rule.categories().contains(part.category())
        && scene.question().purpose().filter(rule.purposes()::contains).isPresent()
        && scene.includesGiver(rule.givers())
        && scene.includesRecipient(rule.recipients());
  }

  private Effect asked(AskRule rule, GateKey key, int i, NavigableSet<Why> whys) {
    String whom =
        switch (rule.whom()) {
          case SUBJECT -> scene.subject().map(party -> party.id().text()).orElse("");
          case HOLDER -> scene.holder().id().text();
          case REVIEWER -> "";
        };
    if (rule.whom() == AskRule.Whom.SUBJECT && whom.isEmpty()) {
      whys.add(Why.of(Code.NOBODY_TO_ASK));
      return Effect.DENY;
    }
    String about =
        rule.whom() == AskRule.Whom.REVIEWER ? fields.part(i).name() : scene.linkage().id();
    Optional<Question.Asked.State> state = askedBefore(rule.id(), about);
    String name = whom.isEmpty() ? rule.whom().word() : whom;
    if (state.filter(Question.Asked.State.REFUSED::equals).isPresent()) {
      whys.add(Why.of(Code.ASK_REFUSED, name));
      return Effect.DENY;
    }
    whys.add(Why.of(state.isPresent() ? Code.ASK_PENDING : Code.ASK, name, key));
    asks.add(new AskFor(rule.id(), rule.whom(), whom, about, state.isPresent()));
    return Effect.ASK;
  }

  private Optional<Question.Asked.State> askedBefore(String rule, String about) {
    return scene.question().asks().stream()
        .filter(asked -> asked.rule().equals(rule))
        .filter(asked -> asked.about().isEmpty() || asked.about().equals(about))
        .map(Question.Asked::state)
        .reduce((earlier, later) -> later);
  }

  private Weight shut(int i, Effect effect, Why... whys) {
    NavigableSet<Why> all = new TreeSet<>(fields.cut(i).whys());
    all.addAll(List.of(whys));
    Part part = fields.part(i);
    return new Weight(part, effect, part.order().least(), java.util.Set.of(), all);
  }
}

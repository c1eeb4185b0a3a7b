package tenbin.hub.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.layout.Everywhere;
import tenbin.web.words.WordList;

/**
 * Who can be named to an organisation as a recipient. Classes always; its own desk always; any
 * other member by name where the balance lets the member's name go to it, else as one of its class.
 */
public final class Whom {
  private final Roster roster;
  private final Viewers viewers;
  private final WordList words;

  public Whom(Roster roster, Viewers viewers, WordList words) {
    this.roster = roster;
    this.viewers = viewers;
    this.words = words;
  }

  /** Someone who can be ticked: its value in the form, and what people read. */
  public record Choice(String value, String name) {}

  /** Names that may be shown, with what was released for them. */
  record Named(Map<MemberId, String> names, List<Disclosure> shown) {}

  Named named(Customer customer, Locale locale) {
    Plan plan = viewers.plan(customer.id(), Purpose.ANSWER_THE_SUBJECT, Outlet.PAGE);
    Map<MemberId, String> names = new LinkedHashMap<>();
    List<Disclosure> shown = new ArrayList<>();
    for (Member member : roster.circle().members()) {
      String name = Everywhere.nameOf(member, locale);
      if (member.id().equals(customer.desk())) {
        names.put(member.id(), name);
      } else {
        release(plan, member, name)
            .ifPresent(disclosure -> {
              names.put(member.id(), name);
              shown.add(disclosure);
            });
      }
    }
    return new Named(names, shown);
  }

  private static Optional<Disclosure> release(Plan plan, Member member, String name) {
    Item.Fact fact = new Item.Fact("member.name", Category.CD, name);
    Item.Told told =
        new Item.Told(
            "member", member.id().text(), member.id(), Tlp.CLEAR, List.of(), List.of(fact));
    return plan.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  /** Whom a form offers: two classes, and members by name; the desk knows it already. */
  List<Choice> choices(Customer customer, Named named, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    for (String value : List.of(Permission.EVERY_OPERATOR, Permission.SECRETARIAT)) {
      choices.add(new Choice(value, className(value, locale)));
    }
    Optional<MemberId> office = roster.circle().secretariat().map(Member::id);
    named
        .names()
        .forEach((id, name) -> {
          boolean known = id.equals(customer.desk()) || office.filter(id::equals).isPresent();
          if (!known) {
            choices.add(new Choice(id.text(), name));
          }
        });
    return choices;
  }

  static Set<String> values(List<Choice> choices) {
    Set<String> values = new LinkedHashSet<>();
    choices.forEach(each -> values.add(each.value()));
    return values;
  }

  String className(String value, Locale locale) {
    return words.text("portal." + value.replace(':', '.'), locale);
  }

  /** What a recipient of a permission is called. */
  String name(String value, Named named, Locale locale) {
    if (value.startsWith("class:")) {
      return className(value, locale);
    }
    return Optional.ofNullable(named.names().get(new MemberId(value)))
        .orElseGet(() -> words.text("portal.some-member", locale));
  }

  /**
   * Who got something, as the ledger's statement has it: whoever it was about may know that, so one
   * whose name it may not be told otherwise is named by what it is and its short name.
   */
  String recipient(String id, Named named, Locale locale) {
    MemberId member = new MemberId(id);
    String name = named.names().get(member);
    return name != null ? name : words.text("portal.kind." + classOf(member.party()), locale, id);
  }

  /** "3 operators, Aozora Network": names that may be told, the rest as a number of their class. */
  String people(List<PartyId> members, Named named, Locale locale) {
    List<String> told = new ArrayList<>();
    Map<String, Integer> others = new HashMap<>();
    for (PartyId member : members) {
      String name = named.names().get(new MemberId(member.text()));
      if (name != null) {
        told.add(name);
      } else {
        others.merge(classOf(member), 1, Integer::sum);
      }
    }
    others.forEach((kind, count) -> told.add(words.text("portal.count." + kind, locale, count)));
    return String.join(locale.getLanguage().equals("ja") ? "、" : ", ", told);
  }

  /** Whether it is a member that answers for networks. */
  boolean isOperator(MemberId member) {
    return classOf(member.party()).equals("member") && roster.circle().member(member).isPresent();
  }

  private String classOf(PartyId party) {
    return roster
        .circle()
        .member(new MemberId(party.text()))
        .map(each ->
            switch (each.memberClass()) {
              case SECRETARIAT -> "secretariat";
              case OBSERVER -> "observer";
              default -> "member";
            })
        .orElse("member");
  }
}

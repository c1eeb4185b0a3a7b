package tenbin.balance.ground;

import java.util.Locale;
import java.util.Optional;

/**
 * What a recipient takes on with a disclosure (DISCLOSURE section 5, step 7).
 *
 * @param duty of the closed list
 * @param of its parameter: a period, a class, a key's scope; "" where it has none
 */
public record Obligation(Duty duty, String of) implements Comparable<Obligation> {
  /** The closed list of duties. */
  public enum Duty {
    PSEUDONYMISE("Work with pseudonyms only ({0}).", "仮名のまま扱うこと（{0}）。"),
    GENERALISE("Use it no more precisely than it was given ({0}).", "渡された粗さより細かく扱わないこと（{0}）。"),
    AGGREGATE("Use it in numbers only.", "集計にのみ用いること。"),
    REDACT("Leave cut out what was cut out.", "伏せた箇所を復元しないこと。"),
    DELETE_AFTER("Delete it after {0}.", "{0} を過ぎたら消すこと。"),
    ACKNOWLEDGE_BY("Acknowledge it within {0}.", "{0} 以内に受領を知らせること。"),
    NO_ONWARD("Pass it on to nobody.", "誰にも渡さないこと。"),
    ONWARD_ONLY("Pass it on to {0} only.", "{0} 以外に渡さないこと。"),
    REPORT_ONWARD("Say to whom you passed it on.", "誰に渡したかを知らせること。"),
    STRIP_ATTRIBUTION("Do not try to learn who saw it.", "誰が観測したかを調べないこと。"),
    ENCRYPT("Keep it encrypted on the way.", "送るときは暗号化すること。"),
    FEEDBACK_BY("Say what became of it when you know.", "結果が分かりしだい知らせること。"),
    NOTIFY_SUBJECT("Tell the one whom it is about.", "本人に知らせること。"),
    HUMAN_REVIEW("A person has to look at it first.", "人が先に確かめること。"),
    /** Looked at by somebody else afterwards. */
    AFTER_REVIEW("It will be looked at afterwards.", "事後に確認される。");

    private final String en;
    private final String ja;

    Duty(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** To whom something may be passed on, where a word says it. */
  public enum Onward {
    SUBJECT(
        "Pass it on to the customer concerned only, to nobody else.", "該当する利用者にのみ伝え、ほかには渡さないこと。"),
    ORGANISATION("Keep it inside your organisation.", "組織の外に渡さないこと。"),
    ORGANISATION_AND_CUSTOMERS(
        "Keep it inside your organisation and to those of its customers who need it.",
        "組織と、それを必要とする利用者の外に渡さないこと。"),
    COMMUNITY("Keep it inside the community.", "会の外に渡さないこと。"),
    ROUTE("Pass it on along the recorded route only.", "記録された経路に沿ってのみ渡すこと。");

    private final String en;
    private final String ja;

    Onward(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    /** As obligations write it: "organisation-and-customers". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Onward> of(String word) {
      return java.util.Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** The duty to pass it on to nobody else. */
  public static Obligation onward(Onward to) {
    return new Obligation(Duty.ONWARD_ONLY, to.word());
  }

  /** What the recipient reads, in English. */
  public String english() {
    if (KeyScope.tryParse(of).filter(scope -> duty == Duty.PSEUDONYMISE).isPresent()) {
      return KeyScope.tryParse(of).orElseThrow().english();
    }
    return onward().map(to -> to.en).orElse(duty.en.replace("{0}", of));
  }

  /** What the recipient reads, in Japanese. */
  public String japanese() {
    if (KeyScope.tryParse(of).filter(scope -> duty == Duty.PSEUDONYMISE).isPresent()) {
      return KeyScope.tryParse(of).orElseThrow().japanese();
    }
    return onward().map(to -> to.ja).orElse(duty.ja.replace("{0}", of));
  }

  private Optional<Onward> onward() {
    return duty == Duty.ONWARD_ONLY ? Onward.of(of) : Optional.empty();
  }

  public static Obligation of(Duty duty) {
    return new Obligation(duty, "");
  }

  /** Reads "delete-after" and "delete-after(P30D)". */
  public static Optional<Obligation> tryParse(String text) {
    int open = text.indexOf('(');
    boolean bare = open < 0;
    if (!bare && !text.endsWith(")")) {
      return Optional.empty();
    }
    String word = bare ? text : text.substring(0, open);
    String of = bare ? "" : text.substring(open + 1, text.length() - 1);
    for (Duty duty : Duty.values()) {
      if (duty.word().equals(word)) {
        return Optional.of(new Obligation(duty, of));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(Obligation other) {
    int byDuty = duty.compareTo(other.duty);
    return byDuty != 0 ? byDuty : of.compareTo(other.of);
  }

  @Override
  public String toString() {
    return of.isEmpty() ? duty.word() : duty.word() + "(" + of + ")";
  }
}

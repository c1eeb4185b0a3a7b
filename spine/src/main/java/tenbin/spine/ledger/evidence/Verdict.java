package tenbin.spine.ledger.evidence;

import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;

/**
 * What became of a check, in one line.
 *
 * @param word what holds or what is wrong
 * @param with its particulars
 */
public record Verdict(Word word, List<String> with) {
  /** What a check can end with. */
  public enum Word {
    RECEIPT(
        true,
        "holds: {0} rows left for {1} at {2} for {3}; it stands under the signed head of {4}",
        "確認: {1} あてに {2}、{3} のため {0} 行が出たことが、{4} の署名済み頭部のもとで確かめられた"),
    RECEIPT_AND_BYTES(
        true,
        "holds: this very file, {0} rows, left for {1} at {2} for {3}; it stands under the signed"
            + " head of {4}",
        "確認: まさにこのファイル（{0} 行）が {1} あてに {2}、{3} のため出たことが、{4} の署名済み頭部のもとで確かめられた"),
    STATEMENT(
        true,
        "holds: {0} of the {1} entries about {2} until the signed head of {3}, none left out between"
            + " them",
        "確認: {3} の署名済み頭部までの {2} に関する {1} 件のうち {0} 件。この間に漏れはない"),
    CONSISTENCY(
        true,
        "holds: the ledger of {0} heads grew out of the one of {1}; nothing was changed or removed",
        "確認: 頭部 {0} 件の台帳は {1} 件のときから増えただけで、変更も削除もない"),
    FORM(
        false,
        "byte {0} is wrong: from there on the file is not as a hub writes it",
        "誤り: {0} バイト目から、ハブが書く形と異なる"),
    BYTE(
        false,
        "byte {0} is wrong: with one bit of it turned back everything holds",
        "誤り: {0} バイト目が変えられている（1 ビット戻せばすべて合う）"),
    NO_EVIDENCE(false, "this is no receipt, statement or proof", "誤り: 受領証・開示明細・証明のいずれでもない"),
    OTHER_LEDGER(
        false, "the head is of ledger {0}, the key of ledger {1}", "誤り: 頭部は台帳 {0}、鍵は台帳 {1} のもの"),
    SIGNATURE(false, "the head was not signed by this key as it is", "誤り: 頭部はこの鍵で署名されたままではない"),
    HEAD(false, "the head''s leaf or path was changed", "誤り: 頭部の葉か経路が変えられている"),
    PLACE(false, "the tree''s entry or path was changed", "誤り: 木の記載か経路が変えられている"),
    NAME(false, "the tree is not that of {0}", "誤り: {0} の木ではない"),
    LEAF(
        false, "the ledger''s line, its number or path was changed", "誤り: 台帳の行、番号、経路のいずれかが変えられている"),
    LEAVES(false, "an entry was changed, left out or added", "誤り: 記載が変えられ、抜かれ、または足されている"),
    SALT(false, "the salt was changed", "誤り: ソルトが変えられている"),
    BYTES(false, "the other file is not the one that left", "誤り: 添えられたファイルは出たものと異なる"),
    NO_SALT(
        false,
        "nobody can tie this receipt to bytes any more: its salt''s time is over",
        "誤り: ソルトの保存期間が過ぎ、ファイルと結び付けられない"),
    GROWTH(false, "the newer head did not grow out of the older one", "誤り: 新しい頭部は古い頭部から増えたものではない");

    private final boolean holds;
    private final String en;
    private final String ja;

    Word(boolean holds, String en, String ja) {
      this.holds = holds;
      this.en = en;
      this.ja = ja;
    }
  }

  public Verdict {
    with = List.copyOf(with);
  }

  Verdict(Word word, String... with) {
    this(word, List.of(with));
  }

  static Optional<Verdict> wrong(Word word, String... with) {
    return Optional.of(new Verdict(word, with));
  }

  public boolean holds() {
    return word.holds;
  }

  public String english() {
    return MessageFormat.format(word.en, with.toArray());
  }

  public String japanese() {
    return MessageFormat.format(word.ja, with.toArray());
  }
}

package tenbin.spine.ground;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A standing release: a holder lets go what it holds itself. It opens the holder's own gate (H) and
 * no other: secrecy, privacy and contracts are not the holder's to release.
 *
 * @param holder who releases, and nobody else's
 * @param categories of fields
 * @param purpose what for
 * @param to who may have it
 * @param from from when on
 * @param reviewBy until somebody has looked at it again
 * @param evidence where it lies
 */
public record Release(
    PartyId holder,
    Set<Category> categories,
    Purpose purpose,
    To to,
    Instant from,
    Instant reviewBy,
    String evidence) {
  /** To whom something can be released from a page. */
  public enum To {
    /** Whoever was responsible for the address then. */
    RESPONSIBLE,
    /** Every member of the circle. */
    MEMBERS
  }

  private static final String MEMBER = "member";

  public Release {
    if (categories.isEmpty() || !RELEASABLE.containsAll(categories)) {
      throw new IllegalArgumentException("not for a release: " + categories);
    }
    categories = Set.copyOf(categories);
  }

  /** What a holder can release: fields about persons and contents need more than its word. */
  public static final Set<Category> RELEASABLE =
      Set.copyOf(EnumSet.of(Category.C0, Category.C1, Category.C8, Category.C9, Category.CR));

  /** As a basis, to weigh what it would tip. */
  public Basis basis(String id) {
    return new Basis(
        id,
        Kind.HOLDER_RELEASE,
        "",
        Set.of(Gate.H),
        new Scope(
            categories,
            Set.of(),
            Set.of(purpose),
            Set.of(Act.INFORM),
            Parties.named(holder),
            to == To.MEMBERS ? Parties.ofClass(MEMBER) : Parties.in(Parties.Role.RESPONSIBLE),
            Parties.ANYBODY),
        List.of(),
        Grant.STANDING,
        Ceiling.NONE,
        Set.of(Obligation.of(Obligation.Duty.STRIP_ATTRIBUTION)),
        new Term(List.of(new Span(from, Instant.MAX, from)), Optional.of(reviewBy), List.of()),
        new Basis.Proof(evidence, "", ""));
  }

  /** As a deed, in the format of policy files. */
  public Deed.Recorded deed(String id) {
    ObjectNode file = JsonMapper.shared().createObjectNode();
    file.put("policy", id);
    ObjectNode basis = file.putArray("bases").addObject();
    basis.put("id", id).put("kind", Kind.HOLDER_RELEASE.word());
    basis.putArray("opens").add(Gate.H.name());
    ArrayNode all = basis.putArray("categories");
    categories.stream().sorted().map(Enum::name).forEach(all::add);
    basis.putArray("purposes").add(purpose.code());
    basis.putArray("givers").add(holder.text());
    basis.putArray("recipients").add(to == To.MEMBERS ? "class:" + MEMBER : "responsible");
    basis.putArray("obligations").add(Obligation.Duty.STRIP_ATTRIBUTION.word());
    basis.put("from", from.toString()).put("review-by", reviewBy.toString());
    basis.put("evidence", evidence);
    return new Deed.Recorded(id, file.toPrettyString());
  }
}

package tenbin.spine.ground;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.PartyTerms;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.PartyId;

/**
 * What was recorded about grounds that files or earlier lines gave. A line about a ground that is
 * not there any more changes nothing.
 */
final class Amendment {
  private final Map<String, List<Entry>> byGround = new LinkedHashMap<>();

  Amendment(List<Entry> entries) {
    for (Entry entry : entries) {
      if (!(entry.deed() instanceof Deed.Recorded)) {
        byGround.computeIfAbsent(entry.deed().about(), k -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** The bases as they are by now. */
  List<Basis> of(List<Basis> bases) {
    return bases.stream()
        .map(basis -> {
          List<Entry> lines = byGround.get(basis.id());
          return lines == null ? basis : amended(basis, lines);
        })
        .toList();
  }

  private static Basis amended(Basis basis, List<Entry> lines) {
    Basis amended = basis;
    Map<PartyId, Term> adoptions = new LinkedHashMap<>();
    List<Grant.Change> changes = new ArrayList<>();
    if (basis.grant() instanceof Grant.Adopted adopted) {
      adoptions.putAll(adopted.adoptions().all());
    }
    for (Entry line : lines) {
      switch (line.deed()) {
        case Deed.Ended ignored -> amended = amended.with(amended.term().endedBy(end(line)));
        case Deed.Adopted(String about, PartyId party, Optional<Instant> until) ->
            adoptions.put(party, begun(adoptions.get(party), line, until));
        case Deed.Left(String about, PartyId party) ->
            adoptions.computeIfPresent(party, (k, term) -> term.endedBy(end(line)));
        case Deed.Stated(String about, var state) ->
            changes.add(new Grant.Change(state, line.from(), line.recordedAt()));
        case Deed.Recorded ignored -> {}
        case Deed.OptedOut ignored -> {}
        case Deed.OptedIn ignored -> {}
      }
    }
    return amended.with(granted(basis.grant(), adoptions, changes));
  }

  private static Grant granted(
      Grant grant, Map<PartyId, Term> adoptions, List<Grant.Change> changes) {
    return switch (grant) {
      case Grant.Adopted adopted -> new Grant.Adopted(adopted.adopter(), new PartyTerms(adoptions));
      case Grant.Consent consent -> {
        List<Grant.Change> all = new ArrayList<>(consent.changes());
        all.addAll(changes);
        yield new Grant.Consent(consent.subject(), all);
      }
      case Grant.Standing ignored -> grant;
      case Grant.GeneralTerms ignored -> grant;
    };
  }

  /** The facts of a line as they are by now: an end of the line is an end of what it says. */
  List<Fact> ofFacts(String line, List<Fact> facts) {
    List<Fact> amended = new ArrayList<>();
    for (Fact fact : facts) {
      Term term = fact.term();
      for (Entry entry : byGround.getOrDefault(line, List.of())) {
        term = entry.deed() instanceof Deed.Ended ? term.endedBy(end(entry)) : term;
      }
      amended.add(new Fact(fact.about(), fact.key(), fact.value(), term, fact.attestedBy()));
    }
    return amended;
  }

  /** The forbids as they are by now: some may have ended. */
  List<Forbid> ofForbids(List<Forbid> forbids) {
    return forbids.stream()
        .map(forbid -> {
          Forbid amended = forbid;
          for (Entry line : byGround.getOrDefault(forbid.id(), List.of())) {
            if (line.deed() instanceof Deed.Ended) {
              amended = amended.with(amended.term().endedBy(end(line)));
            }
          }
          return amended;
        })
        .toList();
  }

  /** The registers as they are by now. */
  List<Register> ofRegisters(List<Register> registers) {
    return registers.stream()
        .map(register -> {
          List<Entry> lines = byGround.get(register.id());
          return lines == null ? register : amended(register, lines);
        })
        .toList();
  }

  private static Register amended(Register register, List<Entry> lines) {
    Map<PartyId, Term> out = new LinkedHashMap<>(register.optedOut().all());
    for (Entry line : lines) {
      if (line.deed() instanceof Deed.OptedOut(String about, PartyId party)) {
        out.put(party, begun(out.get(party), line, Optional.empty()));
      } else if (line.deed() instanceof Deed.OptedIn(String about, PartyId party)) {
        out.computeIfPresent(party, (k, term) -> term.endedBy(end(line)));
      }
    }
    return new Register(register.id(), out);
  }

  private static Term begun(@Nullable Term before, Entry line, Optional<Instant> until) {
    Span span = new Span(line.from(), until.orElse(Instant.MAX), line.recordedAt());
    return before == null
        ? new Term(List.of(span), Optional.empty(), List.of())
        : before.with(span);
  }

  private static Term.End end(Entry line) {
    return new Term.End(line.from(), line.recordedAt());
  }
}

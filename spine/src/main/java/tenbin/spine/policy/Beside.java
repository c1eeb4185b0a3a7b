package tenbin.spine.policy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;

/**
 * What is known from elsewhere when policy files are read, so that they can name it: the parties of
 * a circle file, the fields of rows, the files before.
 *
 * @param parties by id: an entry in the files adds to such a party
 * @param classes of parties
 * @param fields by name
 * @param bases ids that are taken
 * @param registers that a basis may rest on
 * @param purposes as codes, for which what packs say does not count
 */
public record Beside(
    Set<String> parties,
    Set<String> classes,
    Map<String, FieldCatalogue.Entry> fields,
    Set<String> bases,
    Set<String> registers,
    Set<String> purposes) {
  /** Nothing: the files speak for themselves. */
  public static final Beside NOTHING =
      new Beside(Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), Set.of());

  public Beside {
    parties = Set.copyOf(parties);
    classes = Set.copyOf(classes);
    fields = Map.copyOf(fields);
    bases = Set.copyOf(bases);
    registers = Set.copyOf(registers);
    purposes = Set.copyOf(purposes);
  }

  /** The same with what files said. */
  public Beside and(PolicySet.Parts parts, PolicyReading.Vocabulary words) {
    Set<String> allParties = new LinkedHashSet<>(parties);
    Set<String> allClasses = new LinkedHashSet<>(classes);
    for (Party each : parts.parties()) {
      allParties.add(each.id().text());
      allClasses.addAll(each.classes());
    }
    allClasses.addAll(words.wording().classes());
    Map<String, FieldCatalogue.Entry> allFields = new LinkedHashMap<>(fields);
    for (String name : words.catalogue().names()) {
      words.catalogue().field(name).ifPresent(entry -> allFields.put(name, entry));
    }
    Set<String> allBases = new LinkedHashSet<>(bases);
    parts.bases().stream().map(Basis::id).forEach(allBases::add);
    Set<String> allRegisters = new LinkedHashSet<>(registers);
    parts.registers().stream().map(Register::id).forEach(allRegisters::add);
    return new Beside(allParties, allClasses, allFields, allBases, allRegisters, purposes);
  }
}

package tenbin.spine.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.spine.correlate.Finding;

/** Links over a shelf. One at a time. */
final class KeptCaseLinks implements CaseLinks {
  private final LinkedShelf shelf;

  KeptCaseLinks(LinkedShelf shelf) {
    this.shelf = shelf;
  }

  private boolean isLinked(String caseId) {
    return shelf.links().stream().anyMatch(each -> each.stands() && each.touches(caseId));
  }

  @Override
  public synchronized Optional<CaseLink> join(String from, String into, CaseLink.Deed deed) {
    boolean intoAlone =
        shelf.links().stream()
            .filter(each -> each.stands() && each.touches(into))
            .allMatch(each -> each.isJoin() && each.into().equals(into));
    boolean there = shelf.one(from).isPresent() && shelf.one(into).isPresent();
    if (from.equals(into) || !there || isLinked(from) || !intoAlone) {
      return Optional.empty();
    }
    return Optional.of(link(CaseLink.Kind.JOIN, from, into, Set.of(), deed));
  }

  private CaseLink link(
      CaseLink.Kind kind, String from, String into, Set<MemberId> members, CaseLink.Deed deed) {
    CaseLink link =
        new CaseLink(UUID.randomUUID(), kind, from, into, members, deed, Optional.empty());
    shelf.link(link);
    return link;
  }

  @Override
  public synchronized Optional<CaseLink> split(
      String from, Set<MemberId> members, CaseLink.Deed deed) {
    Optional<CaseFile> file = shelf.one(from);
    boolean joined =
        shelf.links().stream()
            .anyMatch(each -> each.stands() && each.isJoin() && each.touches(from));
    boolean some =
        file.filter(each -> each.finding().members().containsAll(members))
            .filter(each -> each.finding().members().size() > members.size())
            .isPresent();
    if (members.isEmpty() || joined || !some) {
      return Optional.empty();
    }
    String into = "split/" + UUID.randomUUID();
    CaseFile apart = apart(file.get(), into, members);
    shelf.put(apart, there -> there);
    apart.answers().forEach(answer -> shelf.add(into, answer));
    return Optional.of(link(CaseLink.Kind.SPLIT, from, into, members, deed));
  }

  private static CaseFile apart(CaseFile file, String id, Set<MemberId> members) {
    Finding like = file.finding();
    Finding its =
        new Finding(
            id,
            like.detector(),
            like.kind(),
            members,
            like.values(),
            like.from(),
            like.to(),
            like.sightings(),
            like.score(),
            like.why());
    List<Answer> answers =
        file.answers().stream().filter(each -> members.contains(each.member())).toList();
    return new CaseFile(its, file.terms(), file.opened(), answers);
  }

  @Override
  public synchronized boolean undo(UUID id, CaseLink.Deed deed) {
    Optional<CaseLink> found =
        shelf.links().stream().filter(each -> each.stands() && each.id().equals(id)).findFirst();
    if (found.isEmpty() || isRestedOn(found.get())) {
      return false;
    }
    CaseLink link = found.get();
    answered(link);
    shelf.link(
        new CaseLink(
            link.id(),
            link.kind(),
            link.from(),
            link.into(),
            link.members(),
            link.done(),
            Optional.of(deed)));
    return true;
  }

  private boolean isRestedOn(CaseLink link) {
    return shelf.links().stream()
        .filter(each -> each.stands() && !each.id().equals(link.id()))
        .anyMatch(each -> link.isJoin() ? each.touches(link.from()) : each.touches(link.into()));
  }

  /** What members answered in the one case while the link stood counts in their own. */
  private void answered(CaseLink link) {
    Shelf bare = shelf.bare();
    String there = link.into();
    Set<MemberId> members =
        link.isJoin()
            ? bare.one(link.from()).map(file -> file.finding().members()).orElse(Set.of())
            : link.members();
    bare.one(there).map(CaseFile::answers).orElse(List.of()).stream()
        .filter(each -> members.contains(each.member()))
        .filter(each -> !each.at().isBefore(link.done().at()))
        .forEach(each -> bare.add(link.from(), each));
  }

  @Override
  public List<CaseLink> all() {
    return shelf.links().reversed();
  }
}

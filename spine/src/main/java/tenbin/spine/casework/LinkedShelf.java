package tenbin.spine.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tenbin.nouns.member.MemberId;

/** Case files as links lie over them: joined ones as one, divided ones apart. */
final class LinkedShelf implements Shelf {
  private static final Comparator<CaseFile> NEWEST =
      Comparator.comparing(CaseFile::opened).reversed().thenComparing(file -> file.finding().id());

  private final Shelf files;

  LinkedShelf(Shelf files) {
    this.files = files;
  }

  /** The files as they lie, without any link. */
  Shelf bare() {
    return files;
  }

  @Override
  public void put(CaseFile opened, UnaryOperator<CaseFile> growth) {
    files.put(opened, growth);
  }

  @Override
  public void add(String caseId, Answer answer) {
    files.add(caseId, answer);
  }

  @Override
  public List<CaseFile> of(MemberId member) {
    if (links().isEmpty()) {
      return files.of(member);
    }
    return Set.copyOf(ids(member).values()).stream()
        .flatMap(id -> one(id).stream())
        .filter(file -> file.concerns(member))
        .sorted(NEWEST)
        .toList();
  }

  @Override
  public Map<String, String> ids(MemberId member) {
    List<CaseLink> links = links();
    Map<String, String> now = new LinkedHashMap<>();
    files.ids(member).keySet().forEach(id -> now.put(id, now(id, member, links)));
    new ArrayList<>(now.values()).forEach(id -> now.putIfAbsent(id, id));
    now.values().removeIf(id -> CaseLinks.isHidden(id, links));
    return now;
  }

  /** Where a member finds what it knew under an id. */
  private static String now(String id, MemberId member, List<CaseLink> links) {
    for (CaseLink link : links) {
      boolean over = link.isJoin() || link.members().contains(member);
      if (link.stands() && link.from().equals(id) && over) {
        return link.into();
      }
      if (!link.stands() && !link.isJoin() && link.into().equals(id)) {
        return link.from();
      }
    }
    return id;
  }

  @Override
  public Optional<CaseFile> one(String caseId) {
    List<CaseLink> links = links();
    if (CaseLinks.isHidden(caseId, links)) {
      return Optional.empty();
    }
    return files.one(caseId).map(file -> linked(file, links));
  }

  private CaseFile linked(CaseFile file, List<CaseLink> links) {
    CaseFile all = file;
    String id = file.finding().id();
    for (CaseLink link : links) {
      if (link.stands() && link.isJoin() && link.into().equals(id)) {
        Optional<CaseFile> other = files.one(link.from());
        all = other.isPresent() ? all.joined(other.get()) : all;
      }
      if (link.stands() && !link.isJoin() && link.from().equals(id)) {
        all = all.without(link.members());
      }
    }
    return all;
  }

  @Override
  public List<CaseFile> all() {
    List<CaseLink> links = links();
    if (links.isEmpty()) {
      return files.all();
    }
    return files.all().stream()
        .filter(file -> !CaseLinks.isHidden(file.finding().id(), links))
        .map(file -> linked(file, links))
        .toList();
  }

  /** Where and when was written what a member of a case may read there. */
  List<CaseCircle.Window> windows(String caseId, MemberId member) {
    List<CaseLink> links = links();
    if (links.isEmpty()) {
      return List.of(CaseCircle.Window.whole(caseId));
    }
    List<CaseCircle.Window> windows = new ArrayList<>();
    windows.add(new CaseCircle.Window(caseId, since(caseId, member, links), CaseCircle.FAR));
    for (CaseLink link : links) {
      Instant at = link.done().at();
      Instant end = link.undone().map(CaseLink.Deed::at).orElse(CaseCircle.FAR);
      if (link.isJoin() && link.stands() && link.into().equals(caseId)) {
        wasThere(link.from(), member).ifPresent(id -> windows.add(CaseCircle.Window.whole(id)));
      }
      if (link.isJoin() && !link.stands() && link.from().equals(caseId)) {
        windows.add(new CaseCircle.Window(link.into(), at, end));
      }
      if (!link.isJoin() && link.stands() && link.into().equals(caseId)) {
        windows.add(new CaseCircle.Window(link.from(), CaseLinks.BEGINNING, at));
      }
      if (!link.isJoin() && !link.stands() && link.from().equals(caseId)) {
        wasThere(link.into(), member)
            .ifPresent(id -> windows.add(new CaseCircle.Window(id, at, end)));
      }
    }
    return windows;
  }

  private Optional<String> wasThere(String caseId, MemberId member) {
    return files.one(caseId).filter(file -> file.concerns(member)).map(file -> caseId);
  }

  /** From the beginning for whom the case concerned by itself, else since it was joined. */
  private Instant since(String caseId, MemberId member, List<CaseLink> links) {
    if (wasThere(caseId, member).isPresent()) {
      return CaseLinks.BEGINNING;
    }
    return links.stream()
        .filter(each -> each.stands() && each.isJoin() && each.into().equals(caseId))
        .filter(each -> wasThere(each.from(), member).isPresent())
        .map(each -> each.done().at())
        .min(Comparator.naturalOrder())
        .orElse(CaseCircle.FAR);
  }

  @Override
  public Set<Reminder> reminded() {
    return new HashSet<>(files.reminded());
  }

  @Override
  public List<CaseDeeds.Reminded> reminded(String caseId, MemberId member) {
    return files.reminded(caseId, member);
  }

  @Override
  public void reminded(Reminder reminder, Instant at) {
    files.reminded(reminder, at);
  }

  @Override
  public List<CaseLink> links() {
    return files.links();
  }

  @Override
  public void link(CaseLink link) {
    files.link(link);
  }
}

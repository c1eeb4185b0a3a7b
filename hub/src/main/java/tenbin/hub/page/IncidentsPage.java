package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentText;
import tenbin.spine.incident.ToldIncidents;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/**
 * What organisations let the visitor's member know of incidents, field by field, for each purpose.
 */
@Controller
@May(Act.READ)
public class IncidentsPage {
  /** What organisations can let it be used for. */
  static final List<Purpose> PURPOSES =
      List.of(
          Purpose.INFORM_AND_DEFEND, Purpose.DETECT_COMMAND_SERVERS, Purpose.JOINT_MITIGATION_NOW);

  private static final int MOST = 50;

  private final ToldIncidents incidents;
  private final Viewers viewers;
  private final WayOut wayOut;

  public IncidentsPage(ToldIncidents incidents, Viewers viewers, WayOut wayOut) {
    this.incidents = incidents;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  /** A field with what it may be used for. */
  public record Field(String word, String value, List<String> purposes) {}

  /**
   * An incident as one member may know of it.
   *
   * @param obligations the words of what it took on
   */
  public record View(
      UUID id, List<Field> fields, List<tenbin.balance.ground.Obligation> obligations) {
    /** The first line of a field, "" when it was not told. */
    public String first(String word) {
      return fields.stream()
          .filter(each -> each.word().equals(word))
          .findFirst()
          .map(each -> each.value().lines().findFirst().orElse(""))
          .orElse("");
    }
  }

  @GetMapping("/incidents")
  String list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "skip", defaultValue = "0") int skip,
      HttpServletRequest request,
      Model model) {
    Map<UUID, List<ToldIncidents.Told>> all = all(visitor);
    List<UUID> ids = new ArrayList<>(all.keySet());
    int from = Math.clamp(skip, 0, ids.size());
    int to = Math.min(from + MOST, ids.size());
    List<View> page = new ArrayList<>();
    for (UUID id : ids.subList(from, to)) {
      page.add(show(visitor, request, all.getOrDefault(id, List.of())));
    }
    model.addAttribute("incidents", page);
    model.addAttribute("next", to < ids.size() ? to : -1);
    return "hub/page/incidents";
  }

  @GetMapping("/incidents/{id}")
  String one(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Model model) {
    List<ToldIncidents.Told> told = all(visitor).getOrDefault(id, List.of());
    if (told.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("one", show(visitor, request, told));
    return "hub/page/incident";
  }

  /** By the visitor's own ids, in the order of the first purpose for which each comes. */
  private Map<UUID, List<ToldIncidents.Told>> all(Visitor visitor) {
    List<ToldIncidents.Told> told = new ArrayList<>();
    for (Purpose purpose : PURPOSES) {
      told.addAll(incidents.of(viewers.plan(visitor.member(), purpose, Outlet.PAGE)));
    }
    told.sort(ToldIncidents.ORDER);
    Map<UUID, List<ToldIncidents.Told>> all = new LinkedHashMap<>();
    for (ToldIncidents.Told each : told) {
      all.computeIfAbsent(each.disclosure().id(), k -> new ArrayList<>()).add(each);
    }
    return all;
  }

  private View show(Visitor visitor, HttpServletRequest request, List<ToldIncidents.Told> told) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, List<String>> purposes = new LinkedHashMap<>();
    TreeSet<tenbin.balance.ground.Obligation> obligations = new TreeSet<>();
    for (ToldIncidents.Told each : told) {
      Disclosure disclosure = each.disclosure();
      Purpose purpose = disclosure.terms().purpose();
      wayOut.willShow(
          request, new WayOut.Errand(visitor.member(), purpose, Outlet.PAGE), List.of(disclosure));
      obligations.addAll(disclosure.terms().obligations());
      for (Item.Fact fact : disclosure.facts()) {
        values.put(fact.name(), fact.value());
        purposes.computeIfAbsent(fact.name(), k -> new ArrayList<>()).add(purpose.code());
      }
    }
    return new View(
        told.getFirst().disclosure().id(), fields(values, purposes), List.copyOf(obligations));
  }

  /** In the order of the report's form, whichever purpose brought them. */
  private static List<Field> fields(
      Map<String, String> values, Map<String, List<String>> purposes) {
    List<Field> fields = new ArrayList<>();
    for (IncidentField field : IncidentField.values()) {
      String value = values.get(field.field());
      if (value != null) {
        List<String> codes =
            purposes.getOrDefault(field.field(), List.of()).stream().sorted().toList();
        fields.add(new Field(field.word(), IncidentText.readable(field, value), codes));
      }
    }
    return fields;
  }
}

package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentFault;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.incident.IncidentText;

/**
 * The form that tells what happened, as it came.
 *
 * @param once makes one report of one form, however often it is sent
 * @param zone in which times were typed
 * @param marking how far recipients may carry it
 * @param typed by field
 * @param asking whether the teller may be asked to permit more
 * @param looked whether the teller looked at what is cut out
 */
public record TellForm(
    String once,
    ZoneId zone,
    Tlp marking,
    Map<IncidentField, String> typed,
    IncidentReport.Asking asking,
    boolean looked) {
  /** Where circles are that use this. */
  private static final ZoneId USUAL = ZoneId.of("Asia/Tokyo");

  private static final int MOST_ONCE = 40;

  /** Markings that a form offers: RED is for named persons, who are told by a person. */
  static final List<Tlp> MARKINGS = List.of(Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.GREEN);

  /** A blank form; a reader whose browser tells no place is where circles are. */
  static TellForm empty(String once, ZoneId reader) {
    ZoneId zone = reader.getRules().isFixedOffset() ? USUAL : reader;
    return new TellForm(once, zone, Tlp.AMBER, Map.of(), IncidentReport.Asking.WELCOME, false);
  }

  static TellForm of(HttpServletRequest request) {
    Map<IncidentField, String> typed = new EnumMap<>(IncidentField.class);
    for (IncidentField field : IncidentField.values()) {
      text(request, field.word())
          .filter(each -> !each.isBlank())
          .ifPresent(each -> typed.put(field, each));
    }
    String once = text(request, "once").orElse("");
    return new TellForm(
        once.length() > MOST_ONCE ? "" : once,
        zone(text(request, "zone").orElse("")),
        text(request, "marking")
            .flatMap(Tlp::tryParse)
            .filter(MARKINGS::contains)
            .orElse(Tlp.AMBER),
        typed,
        text(request, "ask").isPresent()
            ? IncidentReport.Asking.WELCOME
            : IncidentReport.Asking.NOT_WANTED,
        text(request, "looked").isPresent());
  }

  private static Optional<String> text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return USUAL;
    }
  }

  IncidentText read() {
    return IncidentText.read(typed, zone);
  }

  /** For templates: what was typed, "" where nothing was. */
  public String value(String word) {
    return Arrays.stream(IncidentField.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .map(each -> typed.getOrDefault(each, ""))
        .orElse("");
  }

  /** Faults as templates show them. */
  public record Fault(String field, int line, String what) {
    static Fault of(IncidentFault fault) {
      return new Fault(fault.field().word(), fault.line(), fault.what().word());
    }
  }

  /** For templates. */
  public boolean mayAsk() {
    return asking == IncidentReport.Asking.WELCOME;
  }
}

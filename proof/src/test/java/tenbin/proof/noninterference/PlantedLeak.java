package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.ledger.ReceiptBook;

/**
 * Leaks as careless programmers make them, planted around the real thing: each lets something of
 * others' into what the recipient gets. The harness has to see every one.
 */
enum PlantedLeak implements Plant {
  RECEIPTS_NUMBERED_THROUGH("receipts") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          ReceiptBook.class,
          result ->
              Plant.each(
                  result,
                  ReceiptBook.Line.class,
                  line ->
                      new ReceiptBook.Line(
                          new UUID(0, others),
                          line.at(),
                          line.purpose(),
                          line.outlet(),
                          line.format(),
                          line.rows(),
                          line.bases(),
                          line.obligations(),
                          line.commitment(),
                          line.salt())));
    }
  },
  FOLDED_INTO_ROWS_OF_OTHERS("/reports") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          ReportBook.class,
          result ->
              Plant.each(
                  result,
                  ReportStatus.class,
                  status ->
                      new ReportStatus(
                          status.digest(),
                          status.reporter(),
                          status.name(),
                          status.size(),
                          status.receivedAt(),
                          status.state(),
                          status.format(),
                          status.rowsRead(),
                          status.rowsRefused(),
                          status.rowsFolded() + others,
                          status.faults())));
    }
  },
  POSITION_IN_THE_QUEUE_IN_A_WARNING("warnings") {
    @Override
    public List<String> groups() {
      return List.of("one by one");
    }

    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          ReportBook.class,
          result ->
              Plant.each(
                  result,
                  Warning.class,
                  warning ->
                      new Warning(
                          warning.fault(),
                          new Place(
                              warning.place().part(),
                              warning.place().row() + others,
                              warning.place().offset()),
                          warning.detail())));
    }
  },
  DUE_AFTER_THE_QUEUE_OF_OTHERS("subscriptions") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          ChannelBook.class,
          result ->
              Plant.each(
                  result,
                  Subscription.class,
                  one -> Swapped.copy(one, one.dueAt(), one.dueAt().plusSeconds(others))));
    }
  },
  ETAG_OF_THE_WHOLE_TABLE("/api/v1/rows") {
    @Override
    public String seen(String probe, String answer, World world) {
      return Plant.headed(answer, "ETag: \"" + Plant.othersIn(world) + "\"");
    }
  },
  CACHED_AS_LONG_AS_OTHERS_ARE_QUIET("/api/v1/cases") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replaceFirst(
          "Cache-Control: [^\r]*", "Cache-Control: max-age=" + Plant.othersIn(world));
    }
  },
  COOKIE_THAT_COUNTS_SESSIONS("/sign-in") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replaceFirst(
          "Set-Cookie: tenbin=", "Set-Cookie: tenbin=" + Plant.othersIn(world));
    }
  },
  SIZE_OF_A_SHARED_ARCHIVE("/network/download") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer + " ".repeat(Plant.othersIn(world) % 7);
    }
  },
  ERROR_THAT_KNOWS_WHAT_EXISTS("/api/v1/reports/") {
    @Override
    public String seen(String probe, String answer, World world) {
      boolean there = digestsOf(world).stream().anyMatch(probe::contains);
      return there ? answer.replace("Nothing of that name is yours", "This is not yours") : answer;
    }
  },
  REFUSED_INSTEAD_OF_ABSENT("/api/v1/reports/") {
    @Override
    public String seen(String probe, String answer, World world) {
      boolean there = digestsOf(world).stream().anyMatch(probe::contains);
      return there ? answer.replaceFirst("HTTP/1.1 404", "HTTP/1.1 403") : answer;
    }
  },
  ID_FROM_A_SHARED_SEQUENCE("/api/v1/rows") {
    @Override
    public String seen(String probe, String answer, World world) {
      String number = String.format("%012x", Plant.othersIn(world));
      return answer.replaceAll("(\"id\":\"[0-9a-f-]{24})[0-9a-f]{12}", "$1" + number);
    }
  },
  BAND_OFF_BY_ONE("/api/v1/rows") {
    @Override
    public String seen(String probe, String answer, World world) {
      String band = Plant.othersIn(world) % 2 == 0 ? "only-you" : "you-and-others";
      return answer.replaceFirst("\"seenBy\":\"[a-z0-9-]+\"", "\"seenBy\":\"" + band + "\"");
    }
  },
  SUGGESTIONS_FROM_EVERYBODYS_ROWS("/network?range=30d&q=") {
    @Override
    public String seen(String probe, String answer, World world) {
      String known =
          world.rows().stream().map(Row::address).distinct().sorted().collect(Collectors.joining());
      return answer.replace("</body>", "<datalist>" + known + "</datalist></body>");
    }
  },
  SIZE_OF_THE_TREE("/api/v1/receipts") {
    @Override
    public String seen(String probe, String answer, World world) {
      return Plant.headed(answer, "Tenbin-Tree-Size: " + Plant.othersIn(world));
    }
  },
  MAIL_DATED_WHEN_THE_OTHERS_WERE_SENT("mail") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replaceFirst("\r\nDate: [^\r]*", "\r\nDate: " + Plant.othersIn(world));
    }
  },
  HEALTH_THAT_TELLS_FIGURES("/actuator/health") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replace("}", ",\"waiting\":" + Plant.othersIn(world) + "}");
    }
  },
  EVENT_CUT_WHERE_OTHERS_ROWS_STAND("STREAM begins") {
    @Override
    public String seen(String probe, String answer, World world) {
      int cut = answer.indexOf("data: ", answer.indexOf("data: ") + 1);
      return cut > 0 && Plant.othersIn(world) % 2 == 0 ? answer.substring(0, cut) + "\n" : answer;
    }
  },
  // What follows changes bytes that the ledger remembers, so it comes after what does not.
  TOTAL_OF_ALL_ROWS("/network") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          Deliveries.class,
          result ->
              Plant.each(
                  result,
                  Deliveries.Tally.class,
                  tally ->
                      new Deliveries.Tally(tally.from(), tally.type(), tally.rows() + others)));
    }
  },
  CURSOR_OF_A_SHARED_SEQUENCE("/api/v1/rows") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          Deliveries.class,
          result ->
              result instanceof Batch batch
                  ? new Batch(batch.rows(), batch.cursor() + others, batch.more())
                  : result);
    }
  },
  MORE_WHERE_ONLY_OTHERS_HAVE_MORE("/api/v1/rows") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          Deliveries.class,
          result ->
              result instanceof Batch batch
                  ? new Batch(batch.rows(), batch.cursor(), batch.more() || others % 2 == 0)
                  : result);
    }
  },
  ORDER_BY_WHEN_OTHERS_CAME("/network") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          Deliveries.class,
          result -> {
            if (!(result instanceof List<?> rows) || others % 2 == 0) {
              return result;
            }
            List<Object> turned = new ArrayList<>(rows);
            Collections.reverse(turned);
            return turned;
          });
    }
  };

  private final String place;

  PlantedLeak(String place) {
    this.place = place;
  }

  @Override
  public String place() {
    return place;
  }

  private static List<String> digestsOf(World world) {
    return world.deeds().stream()
        .filter(Deed.Sent.class::isInstance)
        .map(deed -> ((Deed.Sent) deed).digest())
        .toList();
  }
}

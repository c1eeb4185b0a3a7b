package tenbin.proof.noninterference;

import java.util.UUID;
import tenbin.hub.wiring.HubParts;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.scales.Weighbridge;

/** Planted leaks about the balance's picture, incidents, questions, grounds, portal and ledger. */
enum PlantedPortalLeak implements Plant {
  ROWS_OF_EVERYBODY_ON_THE_SCALES("/balance") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          Weighbridge.class,
          result ->
              result instanceof Weighbridge.Reading reading
                  ? new Weighbridge.Reading(
                      reading.rows() + others,
                      reading.picture(),
                      reading.offers(),
                      reading.ladder())
                  : result);
    }
  },
  INCIDENTS_COUNTED_FOR_ALL("/api/v1/incidents") {
    @Override
    public String seen(String probe, String answer, World world) {
      long told = world.deeds().stream().filter(PortalDeed.Told.class::isInstance).count();
      return Plant.headed(answer, "Tenbin-Total: " + told);
    }
  },
  QUESTIONS_NUMBERED_THROUGH("/tasks") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          AskBook.class,
          result ->
              Plant.each(
                  result,
                  AskTask.class,
                  task -> Swapped.copy(task, task.id(), new UUID(0, others))));
    }
  },
  STATEMENT_THAT_COUNTS_ALL_READERS("/portal/in/statement") {
    @Override
    public String seen(String probe, String answer, World world) {
      long readers = world.deeds().stream().filter(PortalDeed.Fetched.class::isInstance).count();
      return answer.replace("</main>", "<p>" + readers + Plant.othersIn(world) + "</p></main>");
    }
  },
  CLAUSE_THAT_COUNTS_WHO_ADOPTED_IT("/grounds") {
    @Override
    public HubParts through(HubParts parts, int others) {
      return Swapped.around(
          parts,
          GroundBook.class,
          result -> result instanceof String title ? title + " " + others : result);
    }
  },
  DOOR_THAT_KNOWS_HOW_MANY_LINKS_THERE_ARE("/portal/enter") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replace("</body>", "<p>" + Plant.othersIn(world) + "</p></body>");
    }
  },
  QUESTION_MAILED_AS_THE_SO_MANIETH("mail (guest)") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replaceFirst("\r\nSubject: ", "\r\nSubject: " + Plant.othersIn(world) + " ");
    }
  },
  MAILS_OF_ALL_COUNTED("/api/v1/mail") {
    @Override
    public String seen(String probe, String answer, World world) {
      return Plant.headed(answer, "Tenbin-Total: " + Plant.othersIn(world));
    }
  },
  PEOPLE_OF_ALL_COUNTED("/people") {
    @Override
    public String seen(String probe, String answer, World world) {
      long people = world.deeds().stream().filter(Deed.Entered.class::isInstance).count();
      return answer.replace("</main>", "<p>" + people + Plant.othersIn(world) + "</p></main>");
    }
  },
  HEAD_FOR_EVERY_LINE("/api/v1/ledger/head") {
    @Override
    public String seen(String probe, String answer, World world) {
      return answer.replaceFirst("\n([0-9]+)\n", "\n$1" + Plant.othersIn(world) + "\n");
    }
  };

  private final String place;

  PlantedPortalLeak(String place) {
    this.place = place;
  }

  @Override
  public String place() {
    return place;
  }
}

package tenbin.hub.today;

import java.util.stream.Stream;
import tenbin.web.may.Act;

/** One kind of thing that can wait for somebody. */
interface Needs {
  /** Whose matter it is: who may not do this is not told of it. */
  Act act();

  /** What waits for the looker's member now. */
  Stream<Need> of(Looker looker);
}

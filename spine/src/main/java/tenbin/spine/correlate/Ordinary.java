package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What values that hide nothing tell of ordinary ones: they are too loud for a campaign, so they
 * show how often an artefact has more sources than it needs, and two addresses an artefact in
 * common.
 */
final class Ordinary {
  /** What is loud speaks for what is quiet only so far: no tie is rarer than this. */
  private static final double RAREST_TIE = 1e-3;

  /** Half an event more than was seen: nothing is impossible. */
  private static final double UNSEEN = 0.5;

  /** Artefacts whose sources one member each saw, and those of which a source is shared too. */
  private final double[] artefacts = new double[2];

  private final double[] withOneMore = new double[2];
  private final double[] withMore = new double[2];
  private double neighbours;
  private double tied;

  /** A loud artefact with so many sources more than it needs. */
  void hear(boolean linked, int more, boolean again) {
    int sort = linked ? 1 : 0;
    artefacts[sort] += again ? 0 : 1;
    withOneMore[sort] = Math.min(artefacts[sort], withOneMore[sort] + (more > 0 ? 1 : 0));
    withMore[sort] = Math.min(withOneMore[sort], withMore[sort] + (more > 1 ? 1 : 0));
  }

  /** So many loud addresses that a set shares beside a new one, so many of them tied to it. */
  void hearNeighbours(int all, int tiedOnes) {
    neighbours += all;
    tied += tiedOnes;
  }

  /** What part of the artefacts have at least so many sources more than they need. */
  double share(boolean linked, int more) {
    int sort = linked ? 1 : 0;
    double one = (withOneMore[sort] + UNSEEN) / (artefacts[sort] + 1);
    return one * Math.pow((withMore[sort] + 1) / (withOneMore[sort] + 2), more - 1.0);
  }

  /** The chance that two addresses of one set came with one artefact. */
  double tie() {
    return Math.max(RAREST_TIE, (tied + UNSEEN) / (neighbours + 1));
  }

  void halve() {
    for (int sort = 0; sort < artefacts.length; sort++) {
      artefacts[sort] /= 2;
      withOneMore[sort] /= 2;
      withMore[sort] /= 2;
    }
    neighbours /= 2;
    tied /= 2;
  }

  void write(DataOutputStream out) throws IOException {
    for (int sort = 0; sort < artefacts.length; sort++) {
      out.writeDouble(artefacts[sort]);
      out.writeDouble(withOneMore[sort]);
      out.writeDouble(withMore[sort]);
    }
    out.writeDouble(neighbours);
    out.writeDouble(tied);
  }

  void read(DataInputStream in) throws IOException {
    for (int sort = 0; sort < artefacts.length; sort++) {
      artefacts[sort] = in.readDouble();
      withOneMore[sort] = in.readDouble();
      withMore[sort] = in.readDouble();
    }
    neighbours = in.readDouble();
    tied = in.readDouble();
  }
}

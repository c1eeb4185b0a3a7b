package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/** Receives reports: the one way in, whatever door they came through. Any thread. */
public interface Intake {
  /** How far the upload of these bytes by this reporter is; zero bytes when never begun. */
  Progress progress(MemberId reporter, Digest digest);

  /**
   * Takes bytes from an offset on. Returns once they are durable; acknowledged when they complete
   * the report. The same bytes twice change nothing.
   */
  Progress append(Upload upload, long offset, InputStream bytes) throws IOException, UploadRefused;

  /** Takes a whole report from a stream whose digest and size are not known before. */
  Progress accept(Arrival arrival, InputStream bytes) throws IOException, UploadRefused;
}

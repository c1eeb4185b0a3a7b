package tenbin.spine.collect.mailbox;

import java.time.Instant;
import java.util.List;

/** What came back by mail, as the secretariat's office may read it: of all. Any thread. */
public interface MailOffice {
  /** Contacts whose mails come back, all members', the longest known first. */
  List<Questionable> questionable();

  /** Dead mails that nobody has put aside, newest first. */
  List<DeadMail> deadMails(int most);

  /** Puts a dead mail aside, with the reason; the mail itself stays in the mailbox's folder. */
  boolean putAside(String mail, String why, Instant at);

  /** Shows it among the dead mails again. */
  boolean bringBack(String mail);
}

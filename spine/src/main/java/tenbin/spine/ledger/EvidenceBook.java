package tenbin.spine.ledger;

/** All that the ledger proves: receipts, statements, its own growth. Any thread. */
public interface EvidenceBook extends ProofBook, StatementBook {}

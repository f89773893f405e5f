using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Proofs.Verifying;

/// <summary>The parts of a ledger that are examined one by one: one that cannot be read is told, and keeps no other from being examined.</summary>
public static class LedgerParts
{
    /// <summary>the definitions and calendars</summary>
    internal static Message Texts => new("verify.part_texts");

    /// <summary>the seals</summary>
    internal static Message Seals => new("verify.part_seals");

    /// <summary>the entries of cases</summary>
    internal static Message Entries => new("verify.part_entries");

    /// <summary>the access logs</summary>
    internal static Message Access => new("verify.part_access");

    /// <summary>the heads of the chains</summary>
    internal static Message Heads => new("verify.part_heads");

    /// <summary>the attachments and sealed values</summary>
    internal static Message Files => new("verify.part_files");

    /// <summary>the publications of definitions</summary>
    internal static Message Publications => new("verify.part_publications");

    /// <summary>the tables and indexes of the database</summary>
    internal static Message Database => new("verify.part_database");

    /// <summary>what should have been done by itself</summary>
    internal static Message Duties => new("verify.part_duties");

    /// <summary>the tokens of seals</summary>
    public static Message Tokens => new("verify.part_tokens");

    /// <summary>what is decided again</summary>
    public static Message Decisions => new("verify.part_decisions");

    /// <summary>the rows that follow from the ledger</summary>
    public static Message Rows => new("verify.part_rows");

    /// <summary>the mark of simulated days</summary>
    public static Message Mark => new("verify.part_mark");

    /// <summary>Examines a part. Who may write the database can make a row mean anything: whatever fails then is what is stored, not the program.</summary>
    /// <param name="database">The database.</param>
    /// <param name="part">Which part.</param>
    /// <param name="examine">Examines it.</param>
    /// <returns>That it cannot be read; null where it was.</returns>
    /// <exception cref="Exception">The machine failed, or it was stopped.</exception>
    public static LedgerFault? Unread(Database database, Message part, Action examine)
    {
        try
        {
            examine();
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException && !database.IsOfMachine(e))
        {
            var detail = e is MessageException told ? told.Reason : MachineText.Of(e);
            return new LedgerFault(LedgerPlaces.Database(), 0, DatabaseFindings.Part(part, detail));
        }
    }
}

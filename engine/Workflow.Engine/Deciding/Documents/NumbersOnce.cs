using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Refuses what would give a number of another case's paper once more. The decision does not see other cases, so it is asked of what
/// was decided, whichever operation issued the paper; the ledger as a whole shows that nothing else was written.
/// </summary>
internal static class NumbersOnce
{
    // A rule enters no number, and what is due must come about: there `verify` alone tells of two.
    internal static Refusal? Check(NewEntry entry, IOutside outside) =>
        entry.Stamp.IsRule
            ? null
            : BorneNumber
                .Of(entry.Process, entry.After)
                .Except(BorneNumber.Of(entry.Process, entry.Before))
                .Where(n => outside.IsBorneElsewhere(n, entry.Before.Number))
                .Select(n => DocumentRefusals.NumberBorne(Naming.Document(entry.Process.Definition, n.Document), n.Number))
                .FirstOrDefault();
}

using Workflow.Engine.Record.Commands;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Running;

/// <summary>
/// A submission decided before its turn, beside the transaction of those before it. It is worth what was expected: when in
/// its turn the case, the definition in force or a serial is another, it is thrown away and the submission decided again.
/// </summary>
internal sealed class EarlyDecision
{
    private readonly BeforeTurn _expected;
    private readonly LoadedCase _loaded;

    private EarlyDecision(LoadedCase loaded, BeforeTurn expected, Decided decided) =>
        (_loaded, _expected, Decided) = (loaded, expected, decided);

    internal Decided Decided { get; }

    /// <summary>Returns an early decision, or null where none can be made: only of what would be written, and only from what is in memory.</summary>
    internal static EarlyDecision? Of(Desk desk, Submission submission)
    {
        // Where series stand of which none is taken is asked of the database alone.
        if (submission.Request.Command is AdoptCase)
            return null;
        if ((submission.Case is { } number ? desk.Cache.Find(number) : LoadedCase.None) is not { } loaded)
            return null;
        var expected = new BeforeTurn(desk);
        try
        {
            var decided = Decided.Of(desk, submission, loaded, new Outside(desk.Surroundings, expected));
            if (decided.Answer is Written && !expected.MustWait)
                return new EarlyDecision(loaded, expected, decided);
        }
        catch (Exception)
        {
            // Whatever is broken is met again in the submission's turn and told from there.
        }

        expected.End();
        return null;
    }

    /// <summary>Whether everything is as it was expected, now that it is the submission's turn.</summary>
    internal bool Holds(Desk desk, WriteSession session) =>
        (_loaded.State.Entries == 0 || CaseLoader.IsCurrent(_loaded, session))
        && _expected.Holds(new InTurn(desk, session), Decided.RecordedAt);

    internal void End() => _expected.End();
}

using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Running;

/// <summary>
/// What was decided before its turn, beside the transaction of those before it. It is worth what was expected: when in
/// its turn the case, the definition in force or a serial is another, it is thrown away and decided again.
/// </summary>
/// <typeparam name="T">What a decision comes to.</typeparam>
internal sealed class EarlyDecision<T>
    where T : class
{
    private readonly BeforeTurn _expected;
    private readonly LoadedCase _loaded;
    private readonly T _decided;

    private EarlyDecision(LoadedCase loaded, BeforeTurn expected, T decided) =>
        (_loaded, _expected, _decided) = (loaded, expected, decided);

    /// <summary>Returns an early decision, or null where none can be made: only of what would be written, and only from what is known before the turn.</summary>
    /// <param name="desk">What cases are decided with.</param>
    /// <param name="load">Returns the case, from memory or beside the writer; null where only the turn can tell.</param>
    /// <param name="decide">Decides on the case; null where nothing would be written.</param>
    internal static EarlyDecision<T>? Of(Desk desk, Func<LoadedCase?> load, Func<LoadedCase, Outside, T?> decide)
    {
        var expected = new BeforeTurn(desk);
        try
        {
            if (load() is { } loaded && decide(loaded, new Outside(desk.Surroundings, expected)) is { } decided && !expected.MustWait)
                return new EarlyDecision<T>(loaded, expected, decided);
        }
        catch (Exception)
        {
            // Whatever is broken is met again in the turn and told from there.
        }

        expected.End();
        return null;
    }

    /// <summary>Returns what was decided, now that the turn has come; null when not everything is as it was expected.</summary>
    /// <param name="desk">What cases are decided with.</param>
    /// <param name="session">The writer's.</param>
    /// <param name="recordedAt">The recorded moment of the last entry that was decided.</param>
    internal T? InTurn(Desk desk, WriteSession session, Func<T, DateTimeOffset> recordedAt)
    {
        _expected.End();
        return
            (_loaded.State.Entries == 0 || CaseLoader.IsCurrent(_loaded, session))
            && _expected.Holds(new InTurn(desk, session), recordedAt(_decided))
            ? _decided
            : null;
    }

    /// <summary>Its turn will not come.</summary>
    internal void End() => _expected.End();
}

using Workflow.Engine.Messages;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;

namespace Workflow.Host.Opening;

/// <summary>Records what is done at the machine itself, by whom the machine knows.</summary>
public static class Administration
{
    /// <summary>The log of this host.</summary>
    public static AccessLog Log(Database database) => new(database, Environment.MachineName);

    /// <summary>Who sits at the console.</summary>
    public static string Who => $"console {Environment.UserName}";

    public static AccessRecord Act(DateTimeOffset at, string what) => new(at, AccessKinds.Administered, what, Who);

    /// <summary>Records that somebody at the machine looks at history, reasons or records: it is on disk before they see anything.</summary>
    /// <param name="database">The database.</param>
    /// <param name="what">The verb.</param>
    /// <param name="number">The case; null where it is about none, or about many.</param>
    /// <exception cref="OpeningRefusedException">It cannot be written, and so nothing may be shown.</exception>
    public static async Task Look(Database database, string what, string? number = null)
    {
        if (await WhyNotRecorded(database, what, number) is { } why)
            throw OpeningRefusals.LookNotRecorded(database.Dialect.Name, why);
    }

    /// <summary>The same where what is shown tells nothing of a case, and so may be seen of a copy that nobody can write.</summary>
    /// <returns>Why it could not be recorded; null when it was.</returns>
    public static async Task<Message?> WhyNotRecorded(Database database, string what, string? number = null)
    {
        // A copy that nobody can write keeps no record: whoever holds it has it already.
        if (database.IsToRead)
            return null;
        try
        {
            await Record(database, new AccessRecord(LedgerMarks.Now(database), AccessKinds.Audited, what, Who) { Case = number });
            return null;
        }
        catch (System.Data.Common.DbException e)
        {
            return MachineText.Of(e);
        }
    }

    /// <summary>Records acts; they are on disk when it ends.</summary>
    public static Task Record(Database database, params IReadOnlyCollection<AccessRecord> acts) =>
        Log(database).Append(acts, CancellationToken.None);
}

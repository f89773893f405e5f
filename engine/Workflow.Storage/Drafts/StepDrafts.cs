using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Drafts;

/// <summary>Private rows that are overwritten and are no part of the ledger: no entry, export or proof knows of them.</summary>
/// <param name="database">The database.</param>
public sealed class StepDrafts(Database database)
{
    /// <summary>The longest draft, in bytes of UTF-8.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Returns a person's draft at a run of a step; null without one.</summary>
    public StepDraft? Find(string number, string step, int run, string person)
    {
        using var connection = database.Connect();
        return connection
            .QuerySingleOrDefault<DraftRow>(
                One,
                new
                {
                    number,
                    step,
                    run = (long)run,
                    person,
                }
            )
            ?.Shown();
    }

    /// <summary>Returns every draft of a person.</summary>
    public IReadOnlyList<StepDraft> Of(string person)
    {
        using var connection = database.Connect();
        return [.. connection.Query<DraftRow>($"{Columns} where person = @person", new { person }).Select(r => r.Shown())];
    }

    /// <summary>Saves a draft over the one before, and returns whether it did: not where the case has gone on since it was looked at, when its run may be over.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="entries">How many entries the case had when its step was seen open.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public Task<bool> Save(StepDraft draft, long entries, CancellationToken cancellation) =>
        database.Write(session => Save(draft, entries, session), cancellation);

    private static bool Save(StepDraft d, long entries, WriteSession session) =>
        session.Prepared(Put, 7).Run(d.Case, d.Step, (long)d.Run, d.Person, d.SavedAt.Text(), d.Body, entries) == 1;

    /// <summary>Throws a person's draft at a step away; without one nothing changes.</summary>
    public Task Discard(string number, string step, string person, CancellationToken cancellation) =>
        database.Write(session => session.Prepared(DraftKeeping.DropOwn, 3).Run(number, step, person), cancellation);

    private const string One = $"{Columns} where case_no = @number and step = @step and run = @run and person = @person";

    private const string Put = """
        insert into drafts (case_no, step, run, person, saved_at, body)
        select @p0, @p1, @p2, @p3, @p4, @p5 from heads where case_no = @p0 and entry_no = @p6
        on conflict (case_no, step, person) do update set run = excluded.run, saved_at = excluded.saved_at, body = excluded.body
        """;

    private const string Columns =
        "select case_no as CaseNo, step as Step, run as Run, person as Person, saved_at as SavedAt, body as Body from drafts";

    private sealed record DraftRow(string CaseNo, string Step, long Run, string Person, string SavedAt, string Body)
    {
        internal StepDraft Shown() => new(CaseNo, Step, (int)Run, Person, SqlText.Instant(SavedAt), Body);
    }
}

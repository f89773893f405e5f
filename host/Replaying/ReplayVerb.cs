using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Workflow.Definitions.Due;
using Workflow.Definitions.Registers;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Databases;
using Workflow.Storage.Reading;

namespace Workflow.Host.Replaying;

/// <summary><c>replay CASE</c>: a case as it was at any moment.</summary>
internal sealed class ReplayVerb(VerbForm form)
{
    private readonly Argument<string> _case = form.Argument("CASE");
    private readonly Option<WrittenMoment?> _at = form.Moment("--at");
    private readonly Option<int?> _entry = form.Number("--entry");
    private readonly Option<DateOnly?> _legal = form.Day("--legal");
    private readonly Option<string?> _definitions = form.Text("--definitions", "FOLDER");
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();

    private Words Words => form.Terminal.Words;

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "replay");
        var verb = new ReplayVerb(form);
        form.Check(new Message("verb.one_point"), verb.NamesSeveralPoints);
        return form.Does(verb.Run);
    }

    private bool NamesSeveralPoints(CommandResult given) =>
        new Option[] { _at, _entry, _legal }.Count(o => given.GetResult(o) is not null) > 1;

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var register = Register(given);
        await using var database = DatabaseFile.OpenToLook(given.GetValue(_database)!);
        var whole = RecordedCase.Require(given.GetValue(_case)!, database, given.GetValue(_database)!);
        if (given.GetValue(_legal) is { } day)
            await InLaw(database, whole, day, given);
        else
            await AsRecorded(database, whole, register, given);
        return 0;
    }

    private Register? Register(ParseResult given) =>
        given.GetValue(_definitions) is { } folder ? DefinitionFolder.Read(DefinitionFolder.Find(folder)).Register : null;

    private async Task InLaw(Database database, RecordedCase whole, DateOnly day, ParseResult given)
    {
        if (day > whole.LastCalendar.DayOf(TimeProvider.System.GetUtcNow()))
            throw new OpeningRefusedException(RecordedRefusals.LegalInFuture(day));
        var (number, note) = (given.GetValue(_case), Words["legal.note"]);
        var legal = LegalView.Of(whole.Definitions, whole.Entries, whole.Calendar(whole.State.Calendar), day);
        await Administration.Look(database, "replay --legal", number);
        form.Terminal.Answer(
            given.GetValue(_json),
            () =>
                new
                {
                    @case = number,
                    note,
                    legal,
                },
            () => form.Terminal.Out.Write(ReplayText.Write(whole, legal, Words))
        );
    }

    private async Task AsRecorded(Database database, RecordedCase whole, Register? register, ParseResult given)
    {
        var at = Shared.NotLater(given.GetValue(_at)?.Through(whole.LastCalendar));
        var recorded = Then(whole, at, given.GetValue(_entry));
        var replay = Replay.Of(recorded, at, Words, register);
        await Administration.Look(database, "replay", given.GetValue(_case));
        form.Terminal.Answer(
            given.GetValue(_json),
            () => Shown(database, recorded, replay),
            () => form.Terminal.Out.Write(ReplayText.Write(recorded, replay, Words))
        );
    }

    private static object Shown(Database database, RecordedCase recorded, Replay replay) =>
        new
        {
            replay,
            entries = Ledger(database, recorded),
            state = JsonNode.Parse(LedgerJson.Write(recorded.State)),
        };

    private static RecordedCase Then(RecordedCase whole, DateTimeOffset? moment, int? number) =>
        (moment, number) switch
        {
            ({ } at, _) => whole.RequireBy(at),
            (_, { } entry) => whole.First(entry) ?? throw new OpeningRefusedException(RecordedRefusals.NoEntry(whole, entry)),
            _ => whole,
        };

    private static IEnumerable<object> Ledger(Database database, RecordedCase recorded) =>
        new CaseReads(database)
            .Timeline(recorded.State.Number)
            .Take(recorded.Entries.Length)
            .Select(k => new { k.Hash, entry = JsonNode.Parse(LedgerJson.Write(k.Entry)) });
}

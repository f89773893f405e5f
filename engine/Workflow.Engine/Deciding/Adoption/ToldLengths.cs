using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>How much one case may be told to have behind it, and how long what people wrote there may be.</summary>
internal static class ToldLengths
{
    private const int MostThings = 1_000;

    internal static Refusal? Check(AdoptCase command) =>
        PlainText.IsBlank(command.System) || PlainText.IsBlank(command.Number)
            ? AdoptRefusals.Unnamed()
            : TooMuch(Things(command)) ?? NameTooLong(command) ?? ReasonsTooLong(command);

    private static Refusal? TooMuch(int things) => things > MostThings ? AdoptRefusals.TooMuch(MostThings, things) : null;

    private static Refusal? NameTooLong(AdoptCase command) =>
        Names(command).FirstOrDefault(n => n?.Length > Lengths.LongestName) is { } name
            ? AdoptRefusals.NameTooLong(Lengths.LongestName, name.Length)
            : null;

    private static Refusal? ReasonsTooLong(AdoptCase command)
    {
        var written = command.Acts.Select(a => a.Reasons).Concat(command.Extensions.Select(x => x.Reasons));
        return written.FirstOrDefault(r => r?.Length > Payload.LongestText) is { } reasons
            ? StepRefusals.ReasonsTooLong(Payload.LongestText, reasons.Length)
            : null;
    }

    private static int Things(AdoptCase command) =>
        new[]
        {
            command.Acts.Length,
            command.Acts.Sum(a => a.Persons.Length),
            command.Documents.Length,
            command.Promises.Length,
            command.Pauses.Length,
            command.Extensions.Length,
            command.Opened.Count,
            command.Moments.Count,
            command.Holders.Count,
            command.Series.Count,
            command.At.Length,
        }.Sum();

    private static IEnumerable<string?> Names(AdoptCase command) =>
        [
            command.System,
            command.Number,
            .. command.Acts.Select(a => a.By),
            .. command.Parties.Select(p => p.Name),
            .. command.Documents.SelectMany(d => new[] { d.Number, d.Sha256 }),
            .. command.Pauses.Select(p => p.Document),
            .. command.Promises.Select(p => p.Document),
            .. command.Extensions.Select(x => x.Approver),
        ];
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>How much one case may be told to have behind it, and how long what people wrote there may be.</summary>
internal static class ToldLengths
{
    private const int MostThings = 1_000;

    internal static Refusal? Check(AdoptCase command)
    {
        if (string.IsNullOrWhiteSpace(command.System) || string.IsNullOrWhiteSpace(command.Number))
            return new Refusal("adopt.unnamed", "Expected the name of the other system and the number that the case has there, but one is missing.");
        var things = command.Acts.Length + command.Acts.Sum(a => a.Persons.Length) + command.Documents.Length + command.Promises.Length + command.Pauses.Length + command.Extensions.Length + command.Opened.Count
            + command.Moments.Count + command.Holders.Count + command.Series.Count + command.At.Length;
        if (things > MostThings) return new Refusal("adopt.too_much", $"Expected at most {MostThings} things told of one case, but there are {things}.");
        return Names(command).FirstOrDefault(n => n?.Length > Lengths.LongestName) is { } name
            ? new Refusal("adopt.name_too_long", $"Expected names and numbers of at most {Lengths.LongestName} characters, but one has {name.Length}.")
            : command.Acts.Select(a => a.Reasons).Concat(command.Extensions.Select(x => x.Reasons)).FirstOrDefault(r => r?.Length > Payload.LongestText) is { } reasons
                ? new Refusal("step.reasons_too_long", $"Expected at most {Payload.LongestText} characters of reasons, but there are {reasons.Length}.")
                : null;
    }

    private static IEnumerable<string?> Names(AdoptCase command) =>
    [
        command.System, command.Number, .. command.Acts.Select(a => a.By), .. command.Parties.Select(p => p.Name),
        .. command.Documents.SelectMany(d => new[] { d.Number, d.Sha256 }), .. command.Pauses.Select(p => p.Document), .. command.Promises.Select(p => p.Document), .. command.Extensions.Select(x => x.Approver),
    ];
}

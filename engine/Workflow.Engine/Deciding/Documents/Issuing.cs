using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Issues documents: number, text and hash are conclusions of the entry.</summary>
internal static class Issuing
{
    internal static void Issue(CaseTurn turn, string id, Occasion occasion)
    {
        var type = turn.Definition.Documents.Single(d => d.Id == id);
        if (turn.Told is not { } told)
            Make(turn, type, occasion);
        else if (told.Issued(type, occasion.Step, occasion.Act.On) is { } paper)
            turn.Apply(paper with { ValidUntil = Validities.Until(turn, type, paper.On), To = Addressees.AtIssue(turn, type, occasion) });
    }

    private static void Make(CaseTurn turn, DocumentType type, Occasion occasion)
    {
        var issuers = Issuers.Of(turn, type, occasion);
        // Number and date of one paper agree, however late it is recorded.
        var series = Series(type, occasion.Act.On.Year, issuers[0]);
        var number = series is null ? occasion.Act.Numbers.GetValueOrDefault(type.Id) : Next(turn, series);
        var until = Validities.Until(turn, type, occasion.Act.On);
        var text = DocumentText.Render(turn, type, new DocumentFacts(occasion, issuers, number) { ValidUntil = until });
        turn.Apply(
            new DocumentIssued
            {
                Document = type.Id,
                Number = number,
                Step = occasion.Step,
                Text = text,
                Sha256 = Hash(text),
                On = occasion.Act.On,
                RecordedOn = turn.Today,
                Series = series,
                ValidUntil = until,
                To = Addressees.AtIssue(turn, type, occasion),
            }
        );
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Series(DocumentType type, int year, Office issuer) =>
        type.Number.Kind == NumberKind.Series
            ? NumberPattern.Series(type.Number.Pattern!, year.ToString(CultureInfo.InvariantCulture), issuer.Mark)
            : null;

    private static string Next(CaseTurn turn, string series) => NumberPattern.Number(series, turn.TakeSerial(series));
}

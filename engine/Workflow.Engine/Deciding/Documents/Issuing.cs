using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Issues documents: number, text and hash are conclusions of the entry.</summary>
internal static class Issuing
{
    internal static void Issue(CaseTurn turn, string id, string step, Act act, Remedies? remedies)
    {
        var type = turn.Definition.Documents.Single(d => d.Id == id);
        if (turn.Told is { } told)
        {
            if (told.Issued(type, step, act.On) is { } paper) turn.Apply(paper);
            return;
        }

        var series = type.Number.Kind == NumberKind.Series ? type.Number.Pattern!.Replace("<year>", turn.Today.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : null;
        var number = series is null ? act.Numbers.GetValueOrDefault(id) : series.Replace("<serial>", turn.TakeSerial(series).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var text = DocumentText.Render(type, turn.Definition, turn.State, new DocumentFacts(number, act.On, turn.Today, act.OnPaper, remedies), turn.Values);
        turn.Apply(new DocumentIssued
        {
            Document = id,
            Number = number,
            Step = step,
            Text = text,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            On = act.On,
            RecordedOn = turn.Today,
            Series = series,
        });
    }
}

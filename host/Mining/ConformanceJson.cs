using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;
using Workflow.Mining.Logs;

namespace Workflow.Host.Mining;

/// <summary>Writes the verdicts for machines: each case as it is judged, then the sum. Only one case is in memory.</summary>
/// <param name="stream">Where to; stays open.</param>
/// <param name="chooses">Whether each case tells its definition, and the sum of each stands before the sum of all.</param>
public sealed class ConformanceJson(Stream stream, bool chooses) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
    private bool _begun;

    /// <summary>Writes one case.</summary>
    /// <param name="definition">The definition it was judged by.</param>
    /// <param name="verdict">What that says of it.</param>
    public void Write(string definition, CaseVerdict verdict) =>
        Case(chooses ? new { definition, verdict = Shown(verdict) } : Shown(verdict));

    /// <summary>Writes a case that no definition is of.</summary>
    /// <param name="said">What it says of its process; null where it says nothing.</param>
    /// <param name="number">Its number.</param>
    /// <param name="trace">The case.</param>
    public void Write(string? said, string number, XesTrace trace) =>
        Case(
            new
            {
                definition = (string?)null,
                process = said,
                number,
                trace.At.Line,
                events = trace.Events.Length,
            }
        );

    /// <summary>Writes the sum and ends the text.</summary>
    /// <param name="parts">The sums of the definitions, at least one.</param>
    /// <param name="others">The cases of none of them.</param>
    /// <param name="looseEvents">Events that stand in no case.</param>
    public void Finish(IReadOnlyList<ConformancePart> parts, OtherCases others, long looseEvents)
    {
        Begin();
        _json.WriteEndArray();
        if (chooses)
            Property("definitions", parts.Select(p => Shown(p.About, p.Sum)));
        Property("sum", chooses ? SeveralTotals.Of(parts, others, looseEvents) : Shown(parts[0].About, parts[0].Sum));
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void Case(object shown)
    {
        Begin();
        JsonSerializer.Serialize(_json, shown, AnswerJson.Plain);
        _json.Flush();
    }

    private void Property(string name, object value)
    {
        _json.WritePropertyName(name);
        JsonSerializer.Serialize(_json, value, AnswerJson.Plain);
    }

    private void Begin()
    {
        if (_begun)
            return;
        _json.WriteStartObject();
        _json.WriteStartArray("cases");
        _begun = true;
    }

    private static object Shown(CaseVerdict v) =>
        new
        {
            v.Number,
            v.At.Line,
            v.BegunOn,
            v.EndedOn,
            v.HasEnded,
            v.Fits,
            v.IsExact,
            v.Events,
            v.Units,
            deviations = v.Deviations,
            wrongUnits = v.WrongUnits,
            clocks = v.Clocks.Select(Shown),
            v.Steps,
        };

    private static object Shown(ClockVerdict c) =>
        new
        {
            c.Clock,
            c.StartOn,
            c.EndOn,
            c.Days,
            due = c.Due.ToDictionary(d => d.Key.ToString(), d => d.Value),
            late = c.Due.Keys.Where(k => c.Late(k) > 0).ToDictionary(k => k.ToString(), k => c.Late(k)),
        };

    private static object Shown(ConformanceSubject about, ConformanceSum sum) =>
        new
        {
            about.Log,
            process = about.Definition.Id,
            about.Digest,
            about.Map,
            about.Zone,
            about.Calendar,
            about.LooseEvents,
            about.OtherCases,
            sum.AsOf,
            sum.Cases,
            sum.Ended,
            unfinished = sum.Cases - sum.Ended,
            sum.Empty,
            sum.Reordered,
            sum.Fitting,
            notFitting = sum.Cases - sum.Fitting,
            casesWith = Enum.GetValues<DeviationKind>().ToDictionary(k => k.ToString(), sum.CasesWith),
            sum.ByWrongUnit,
            sum.Inexact,
            sum.Events,
            sum.Units,
            deviations = sum.Deviations,
            clocks = sum.Clocks.ToDictionary(c => c.Key, c => c.Value.By.ToDictionary(b => b.Key.ToString(), b => Shown(b.Value))),
            steps = sum.Steps.ToDictionary(s => s.Key, s => Shown(s.Value)),
        };

    private static object Shown(LateSum late) =>
        new
        {
            late.OnTime,
            late = late.LateDays.Count,
            late.Open,
            late.Undated,
            late.Total,
        };

    private static object Shown(StepSum runs) =>
        new
        {
            runs.OnTime,
            late = runs.LateWorkingDays.Count,
            runs.Undated,
            runs.Total,
        };
}

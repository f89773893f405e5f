using System.Collections.Immutable;
using Workflow.Definitions.Scenarios.Timelines;
using Workflow.Engine.Cases;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Evidence;

/// <summary>One paper of a case file.</summary>
/// <param name="Title">What it is.</param>
/// <param name="On">Its day; null where it has none.</param>
/// <param name="Text">Its text; lines are kept.</param>
/// <param name="Void">Why it is void; null while it is valid.</param>
public sealed record CaseFilePaper(string Title, DateOnly? On, string Text, string? Void = null);

/// <summary>
/// A case as it is filed 案卷: the main file 正卷 with what parties may see, the side file 副卷 with what is the office's own. The
/// order is that of 市场监督管理行政处罚程序规定 第七十八条: filing, decisions, other documents, evidence; then opinions and approvals.
/// </summary>
public sealed record CaseFile(ImmutableArray<CaseFilePaper> Main, ImmutableArray<CaseFilePaper> Side)
{
    /// <summary>Puts the papers of a case in order.</summary>
    public static CaseFile Of(RecordedCase recorded, Words words)
    {
        var decisions = recorded.State.Documents.Where(d => IsDecision(recorded.Process.Definition, d)).ToList();
        return new CaseFile(
            [Application(recorded, words), .. decisions.Select(d => Paper(recorded, d, words)), .. recorded.State.Documents.Except(decisions).Select(d => Paper(recorded, d, words)), Evidence(recorded, words)],
            [.. Opinions(recorded, words), .. Remarks(recorded, words), new CaseFilePaper(words["file.timeline"], null, Story(recorded))]);
    }

    // A document that states reasons or remedies is a decision on somebody's rights.
    private static bool IsDecision(ProcessDefinition definition, CaseDocument document) =>
        definition.Documents.FirstOrDefault(d => d.Id == document.Issued.Document) is { StatesReasons: true } or { StatesRemedies: true };

    private static CaseFilePaper Application(RecordedCase recorded, Words words)
    {
        var state = recorded.State;
        var lines = state.Parties.Select(p => $"{recorded.Process.Definition.Parties.FirstOrDefault(d => d.Role == p.Role)?.Title ?? p.Role}：{p.Name}")
            .Concat(state.Form.Select(f => $"{recorded.Process.Definition.Form.FirstOrDefault(d => d.Id == f.Key)?.Title ?? f.Key}：{Value(f.Value, words)}"));
        return new CaseFilePaper(words["file.application"], state.LodgedOn, string.Join('\n', lines));
    }

    private static CaseFilePaper Paper(RecordedCase recorded, CaseDocument document, Words words)
    {
        var title = recorded.Definitions.All.SelectMany(p => p.Definition.Documents).FirstOrDefault(d => d.Id == document.Issued.Document)?.Title ?? document.Issued.Document;
        return new CaseFilePaper($"《{title}》{document.Issued.Number}", document.Issued.On, document.Issued.Text + Service(document, words), document.VoidReason);
    }

    private static string Service(CaseDocument document, Words words) => document.Served is { } served
        ? $"\n{words.Say("file.served", Lines.Day(served.On), served.Way ?? "", served.Receipt ?? "").TrimEnd()}\n"
        : "";

    private static CaseFilePaper Evidence(RecordedCase recorded, Words words)
    {
        var titles = recorded.Process.Definition.Materials.ToDictionary(m => m.Id, m => m.Title);
        var stood = recorded.State.Standings.Select(s => s.Material).ToHashSet(StringComparer.Ordinal);
        var lines = recorded.State.Materials.Where(id => !stood.Contains(id)).Select(id => titles.GetValueOrDefault(id, id))
            .Concat(recorded.State.Standings.GroupBy(s => s.Material).SelectMany(g => g.Select(s => Standing(s, titles.GetValueOrDefault(g.Key, g.Key), words))))
            .Concat(recorded.State.Files.Select(f => words.Say("file.attached", f.Name, f.Size, f.Sha256)));
        return new CaseFilePaper(words["file.evidence"], null, string.Join('\n', lines.DefaultIfEmpty(words["file.none"])));
    }

    private static string Standing(MaterialStood stood, string title, Words words) =>
        words.Say("file.material", title, Lines.Day(stood.On), words[$"material.{stood.Standing}"], stood.Until is { } until ? words.Say("file.material.until", Lines.Day(until)) : "", stood.Document ?? "").TrimEnd();

    private static IEnumerable<CaseFilePaper> Opinions(RecordedCase recorded, Words words)
    {
        var definitions = recorded.Definitions;
        foreach (var step in recorded.State.Superseded.Concat(recorded.State.Steps.Values).Where(s => s.Completed is not null || !s.Answers.IsEmpty || !s.Sides.IsEmpty).OrderBy(s => s.Completed?.On ?? s.OpenedOn))
        {
            if (definitions.Of(step.Key).Find(step.Key) is not WorkNode) continue;
            var names = new CaseWords(recorded.Glossary, definitions.Of(step.Key), recorded.State);
            var lines = step.Answers.Select(a => words.Say("file.answer", recorded.Words.Name(a.By), a.Choice is { } c ? names.Outcome(step.Key, c) : words["file.abstained"], a.Opinion ?? "", Lines.Day(a.On)))
                .Concat(step.Sides.Where(t => t.Reply is not null).Select(t => words.Say("file.answer", recorded.Words.Name(t.Reply!.By), words[t.Reply.Agrees ? "file.agrees" : "file.disagrees"], t.Reply.Opinion, Lines.Day(t.Reply.On))));
            var result = step.Completed is { } done ? words.Say("file.result", recorded.Words.Name(done.By), names.Outcome(step.Key, done.Outcome), done.Reasons ?? "") : words["file.no-result"];
            yield return new CaseFilePaper($"{names.Step(step.Key)}{(step.Instance > 1 ? $"#{step.Instance}" : "")}", step.Completed?.On ?? step.OpenedOn, string.Join('\n', lines.Append(result)));
        }
    }

    private static IEnumerable<CaseFilePaper> Remarks(RecordedCase recorded, Words words)
    {
        var lines = recorded.State.Comments.Select(c => $"{recorded.Words.Name(c.By)}：{c.Text}")
            .Concat(recorded.State.Supervision.Select(s => $"{words["action.supervise"]} {recorded.Words.Name(s.By)}：{s.Text}"))
            .Concat(recorded.State.Urgings.Select(u => $"{words["action.urge"]} {recorded.Words.Name(u.By)}：{u.Text}")).ToList();
        return lines.Count == 0 ? [] : [new CaseFilePaper(words["file.remarks"], null, string.Join('\n', lines))];
    }

    private static string Story(RecordedCase recorded) =>
        TimelineText.Write(TimelineTeller.Tell(recorded.Process.Definition.Title.Zh, [recorded.Entries], recorded.Glossary));

    private static string Value(FieldValue value, Words words) => value switch
    {
        TextValue t => t.Text,
        NumberValue n => n.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        DateValue d => Lines.Day(d.Date),
        TruthValue t => words[t.Yes ? "file.yes" : "file.no"],
        SealedValue s => words.Say("file.sealed", s.Sha256[..12]),
        RowsValue rows => string.Join("；", rows.Rows.Select(row => string.Join("，", row.Values.Select(v => Value(v, words))))),
        _ => "",
    };
}
